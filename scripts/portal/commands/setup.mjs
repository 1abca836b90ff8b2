import { install } from '../install.mjs';
import { toolchain } from '../toolchain.mjs';

/** Brings Node, yarn and the dependencies. */
export async function run() {
  await install(toolchain());
}
