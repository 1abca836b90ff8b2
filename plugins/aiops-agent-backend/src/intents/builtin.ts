import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import { cancelRequest } from './cancel-request';
import { createBackup } from './create-backup';
import { createEnvironment } from './create-environment';
import { deployApplication } from './deploy-application';
import { deployCache } from './deploy-cache';
import { deployDatabase } from './deploy-database';
import { getCredentials } from './get-credentials';
import { help } from './help';
import { listBackups } from './list-backups';
import { listEnvironments } from './list-environments';
import { listPermissions } from './list-permissions';
import { listRequests } from './list-requests';
import { showCost } from './show-cost';
import { showQuota } from './show-quota';
import { showRequest } from './show-request';
import { showStatus } from './show-status';

/** What people may ask for out of the box. */
export const builtinIntents: Intent[] = [
  createEnvironment,
  deployApplication,
  deployDatabase,
  deployCache,
  getCredentials,
  listEnvironments,
  showStatus,
  showCost,
  showQuota,
  createBackup,
  listBackups,
  listPermissions,
  listRequests,
  showRequest,
  cancelRequest,
  help,
];
