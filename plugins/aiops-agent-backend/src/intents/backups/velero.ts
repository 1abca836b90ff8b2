import type {
  Backup,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError } from '@backstage/errors';
import { say } from '../../words';

/**
 * The backups that the person may see.
 *
 * @throws ConflictError where there is nothing that makes backups, which is
 * said before anything is planned; ServiceUnavailableError when the cluster
 * doesn't answer.
 */
export function backupsOf(context: IntentContext): Backup[] {
  const backups = context.runtime.backups();
  if (!backups) {
    throw new ConflictError(
      say`Backups are made by Velero, and the cluster has none that I can see, so nothing was changed. The platform team can install it, or let me see it.`,
    );
  }
  return backups;
}
