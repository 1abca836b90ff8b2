import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import { approveRequest } from './approve-request';
import { cancelRequest } from './cancel-request';
import { clusterHealth } from './cluster-health';
import { createBackup } from './create-backup';
import { createEnvironment } from './create-environment';
import { deleteApplication } from './delete-application';
import { deleteEnvironment } from './delete-environment';
import { deployApplication } from './deploy-application';
import { deployCache } from './deploy-cache';
import { deployDatabase } from './deploy-database';
import { exposeApplication } from './expose-application';
import { extendEnvironment } from './extend-environment';
import { getCredentials } from './get-credentials';
import { grantAccess } from './grant-access';
import { help } from './help';
import { hibernateEnvironment } from './hibernate-environment';
import { listBackups } from './list-backups';
import { listEnvironments } from './list-environments';
import { listPermissions } from './list-permissions';
import { listRequests } from './list-requests';
import { provisionInfrastructure } from './provision-infrastructure';
import { rejectRequest } from './reject-request';
import { requestQuota } from './request-quota';
import { resizeApplication } from './resize-application';
import { restartApplication } from './restart-application';
import { restoreBackup } from './restore-backup';
import { revokeAccess } from './revoke-access';
import { rollbackApplication } from './rollback-application';
import { rotateCredentials } from './rotate-credentials';
import { runPlaybook } from './run-playbook';
import { scaleApplication } from './scale-application';
import { scheduleBackup } from './schedule-backup';
import { setBudgetAlert } from './set-budget-alert';
import { showCost } from './show-cost';
import { showLogs } from './show-logs';
import { showQuota } from './show-quota';
import { showRequest } from './show-request';
import { showStatus } from './show-status';
import { showUsage } from './show-usage';
import { troubleshootCrash } from './troubleshoot-crash';
import { troubleshootPerformance } from './troubleshoot-performance';
import { updateApplication } from './update-application';
import { wakeEnvironment } from './wake-environment';

/** What people may ask for out of the box. */
export const builtinIntents: Intent[] = [
  createEnvironment,
  deployApplication,
  deployDatabase,
  deployCache,
  scaleApplication,
  resizeApplication,
  restartApplication,
  deleteApplication,
  deleteEnvironment,
  getCredentials,
  listEnvironments,
  showStatus,
  showUsage,
  showLogs,
  troubleshootCrash,
  troubleshootPerformance,
  showCost,
  showQuota,
  createBackup,
  listBackups,
  listPermissions,
  scheduleBackup,
  restoreBackup,
  updateApplication,
  rollbackApplication,
  exposeApplication,
  rotateCredentials,
  hibernateEnvironment,
  wakeEnvironment,
  extendEnvironment,
  requestQuota,
  setBudgetAlert,
  grantAccess,
  revokeAccess,
  listRequests,
  showRequest,
  approveRequest,
  rejectRequest,
  cancelRequest,
  clusterHealth,
  provisionInfrastructure,
  runPlaybook,
  help,
];
