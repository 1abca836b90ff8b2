import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install } from '../install.mjs';
import { root } from '../paths.mjs';
import { toolchain } from '../toolchain.mjs';
import { startedByYarn } from '../started-by.mjs';

/**
 * `npm test` sets up and runs every unit and integration test once;
 * `yarn test` is Backstage's own, with its flags and watch mode.
 */
export async function run(args) {
  const tools = toolchain();
  if (!startedByYarn()) {
    await install(tools);
  }
  const once = startedByYarn() ? {} : { CI: '1' };
  return (
    spawnSync(
      tools.node,
      [join(root, 'node_modules/.bin/backstage-cli'), 'repo', 'test', ...args],
      {
        cwd: root,
        env: { ...tools.env, NODE_OPTIONS: '--no-node-snapshot', ...once },
        stdio: 'inherit',
      },
    ).status ?? 1
  );
}
