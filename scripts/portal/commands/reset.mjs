import { existsSync, rmSync } from 'node:fs';
import { assertFree, neededPorts } from '../ports.mjs';
import { stateDir } from '../paths.mjs';

/** Clears the database, the repository and the sandbox; what is installed stays. */
export async function run() {
  if (!existsSync(stateDir)) {
    console.log('There is nothing to clear.');
    return;
  }
  await assertFree(neededPorts({ sandbox: true }));
  rmSync(stateDir, { recursive: true, force: true });
  console.log('Cleared. The next `npm start` begins anew.');
}
