import {
  savedVolumes,
  type Backup,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Readiness } from './readiness';
import { say } from '../words';

/** News of the volumes may come later than that all is over. */
const NEWS_MS = 10_000;

/** Whether a backup holds what it is to hold, in words. */
export function backupReadiness(
  backup: Backup,
  now: Date,
): Omit<Readiness, 'exists'> {
  const { state, percent, reason } = backup;
  const { saved, total } = savedVolumes(backup);
  const volumes =
    total === 1
      ? say`${saved} of 1 volume saved`
      : say`${saved} of ${total} volumes saved`;
  const because = reason ? ` (${reason})` : '';
  switch (state) {
    case 'waiting':
      return { ready: false, detail: say`Velero has not begun yet` };
    case 'running':
      return {
        ready: false,
        working: true,
        detail:
          percent === undefined
            ? say`Backing up`
            : say`Backing up: ${percent} %`,
      };
    case 'complete':
      if (saved === total) {
        return {
          ready: true,
          detail: total > 0 ? volumes : say`it has no volumes to save`,
        };
      }
      return isNews(backup, now)
        ? { ready: false, working: true, detail: volumes }
        : {
            ready: false,
            failed: true,
            detail: say`Velero calls it complete, but ${lackWord(
              saved,
              total,
            )}${because}, so its data is not protected`,
          };
    case 'partial':
      return {
        ready: false,
        failed: true,
        detail: say`Velero could not save all of it: ${volumes}${because}`,
      };
    case 'deleting':
      return { ready: false, failed: true, detail: say`it is being deleted` };
    default:
      return {
        ready: false,
        failed: true,
        detail: say`Velero could not make it${because}`,
      };
  }
}

function lackWord(saved: number, total: number): string {
  if (total === 1) {
    return say`its volume is not in it`;
  }
  return saved === 0
    ? say`none of its ${total} volumes is in it`
    : say`only ${saved} of its ${total} volumes are in it`;
}

function isNews({ completedAt }: Backup, now: Date): boolean {
  return (
    completedAt !== undefined &&
    now.getTime() - Date.parse(completedAt) < NEWS_MS
  );
}
