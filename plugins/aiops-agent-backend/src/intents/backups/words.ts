import type { Tone } from '@aiops-portal/plugin-aiops-agent-common';
import {
  savedVolumes,
  type Backup,
} from '@aiops-portal/plugin-aiops-agent-node';
import { counted } from '../wording';

/** `16 November 2026, 09:30 UTC` */
export function momentWord(iso: string): string {
  return `${new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  })
    .format(new Date(iso))
    .replace(' at ', ', ')} UTC`;
}

/** Whether the data is in it; only volumes that were saved prove that. */
export function holdsData(backup: Backup): boolean {
  const { saved, total } = savedVolumes(backup);
  return backup.state === 'complete' && total > 0 && saved === total;
}

/** How a backup went, and how that looks in a list. */
export function resultOf(backup: Backup): { text: string; tone: Tone } {
  const { state, percent } = backup;
  const { saved, total } = savedVolumes(backup);
  const volumes = `${saved} of ${counted(total, 'volume')} saved`;
  switch (state) {
    case 'waiting':
      return { text: 'has not begun', tone: 'neutral' };
    case 'running':
      return {
        text: percent === undefined ? 'under way' : `under way: ${percent} %`,
        tone: 'neutral',
      };
    case 'complete':
      if (total === 0) {
        return { text: 'settings only, no data', tone: 'neutral' };
      }
      return saved === total
        ? { text: volumes, tone: 'positive' }
        : { text: `only ${volumes}`, tone: 'warning' };
    case 'partial':
      return { text: `incomplete: ${volumes}`, tone: 'warning' };
    case 'deleting':
      return { text: 'is being deleted', tone: 'neutral' };
    default:
      return { text: 'failed', tone: 'danger' };
  }
}
