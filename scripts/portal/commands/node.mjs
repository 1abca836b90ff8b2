import { spawnSync } from 'node:child_process';
import { toolchain } from '../toolchain.mjs';

/** Runs a script with the portal's Node: `node scripts/portal.mjs node FILE …`. */
export async function run(args) {
  const { node, env } = toolchain();
  return spawnSync(node, args, { env, stdio: 'inherit' }).status ?? 1;
}
