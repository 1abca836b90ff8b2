import type { Tone } from '@aiops-portal/plugin-aiops-agent-common';
import {
  savedVolumes,
  type Backup,
} from '@aiops-portal/plugin-aiops-agent-node';
import { localeOf, say } from '../../words';
import { counted } from '../wording';

/** `16 November 2026, 09:30 UTC` */
export function momentWord(iso: string): string {
  const at = new Date(iso);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf('dates'), {
      ...options,
      timeZone: 'UTC',
    }).format(at);
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  return `${day}, ${time} UTC`;
}

/** Whether the data is in it; only volumes that were saved prove that. */
export function holdsData(backup: Backup): boolean {
  const { saved, total } = savedVolumes(backup);
  return backup.state === 'complete' && total > 0 && saved === total;
}

/** Whether something is missing that should be in it. */
export function lacksData(backup: Backup): boolean {
  const { saved, total } = savedVolumes(backup);
  return (
    backup.state === 'failed' ||
    backup.state === 'partial' ||
    (backup.state === 'complete' && saved < total)
  );
}

/** How a backup went, and how that looks in a list. */
export function resultOf(backup: Backup): { text: string; tone: Tone } {
  const { state, percent } = backup;
  const { saved, total } = savedVolumes(backup);
  const volumes = counted(total, 'volume');
  switch (state) {
    case 'waiting':
      return { text: say`has not begun`, tone: 'neutral' };
    case 'running':
      return {
        text:
          percent === undefined ? say`under way` : say`under way: ${percent} %`,
        tone: 'neutral',
      };
    case 'complete':
      if (total === 0) {
        return { text: say`settings only, no data`, tone: 'neutral' };
      }
      return saved === total
        ? { text: say`${saved} of ${volumes} saved`, tone: 'positive' }
        : { text: say`only ${saved} of ${volumes} saved`, tone: 'warning' };
    case 'partial':
      return {
        text: say`incomplete: ${saved} of ${volumes} saved`,
        tone: 'warning',
      };
    case 'deleting':
      return { text: say`is being deleted`, tone: 'neutral' };
    default:
      return { text: say`failed`, tone: 'danger' };
  }
}
