import {
  savedVolumes,
  type Backup,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Readiness } from './readiness';

/** Whether a backup holds what it is to hold, in words. */
export function backupReadiness(backup: Backup): Omit<Readiness, 'exists'> {
  const { state, percent, reason } = backup;
  const { saved, total } = savedVolumes(backup);
  const volumes = `${saved} of ${total} ${
    total === 1 ? 'volume' : 'volumes'
  } saved`;
  const because = reason ? ` (${reason})` : '';
  switch (state) {
    case 'waiting':
      return { ready: false, detail: 'Velero has not begun yet' };
    case 'running':
      return {
        ready: false,
        working: true,
        detail:
          percent === undefined ? 'Backing up' : `Backing up: ${percent} %`,
      };
    case 'complete':
      return saved === total
        ? {
            ready: true,
            detail: total > 0 ? volumes : 'it has no volumes to save',
          }
        : {
            ready: false,
            failed: true,
            detail: `Velero calls it complete, but only ${volumes}${because}, so its data is not protected`,
          };
    case 'partial':
      return {
        ready: false,
        failed: true,
        detail: `Velero could not save all of it: ${volumes}${because}`,
      };
    case 'deleting':
      return { ready: false, failed: true, detail: 'it is being deleted' };
    default:
      return {
        ready: false,
        failed: true,
        detail: `Velero could not make it${because}`,
      };
  }
}
