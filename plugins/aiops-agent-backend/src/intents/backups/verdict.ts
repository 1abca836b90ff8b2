import type { Backup } from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { nameOf, type Target } from '../finding';
import { coversWhole } from './covering';
import { holdsData, momentWord } from './words';

function keepsData(target: Target): boolean {
  return target.kind === 'environment' || target.thing.volumes.length > 0;
}

/** Said first: whether it could be had back, and from when. */
export function verdictOf(target: Target, backups: Backup[]): string {
  const name = `**${nameOf(target)}**`;
  const good = backups.find(
    backup => coversWhole(backup, target) && holdsData(backup),
  );
  if (good?.createdAt) {
    return say`The newest backup of ${name} with all of its data is from ${momentWord(
      good.createdAt,
    )}.`;
  }
  if (keepsData(target)) {
    return backups.length > 0
      ? say`No backup of ${name} has all of its data, so it is not protected.`
      : say`There is no backup of ${name}.`;
  }
  const newest = backups.find(({ state }) => state === 'complete');
  return newest?.createdAt
    ? say`The newest backup of ${name} is from ${momentWord(
        newest.createdAt,
      )}; it keeps no data in volumes, so only its settings are in it.`
    : say`There is no backup of ${name}. It keeps no data in volumes, and its settings are in Git.`;
}
