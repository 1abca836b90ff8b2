import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that running the portal leaves behind; `npm run reset` clears it. */
export const stateDir = process.env.AIOPS_STATE_DIR
  ? resolve(process.env.AIOPS_STATE_DIR)
  : join(root, '.aiops-portal');

/** Node and marks of what is installed and built; kept by a reset. */
export const toolsDir = join(root, '.aiops-portal-tools');

export const sandboxDir = join(stateDir, 'sandbox');
export const databaseDir = join(stateDir, 'database');
