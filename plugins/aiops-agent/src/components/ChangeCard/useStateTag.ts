import type {
  Change,
  ChangeState,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import type { TagTone } from '../Tag';

/** How the states of a request look. */
export const STATE_TONES: Record<ChangeState, TagTone> = {
  'awaiting-approval': 'warning',
  queued: 'info',
  committing: 'info',
  syncing: 'info',
  verifying: 'info',
  live: 'positive',
  failed: 'danger',
  'rolled-back': 'warning',
  rejected: 'warning',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** How a request stands, and how long it will still take where that is known. */
export function useStateTag(change: Change): { tone: TagTone; text: string } {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const tone = STATE_TONES[change.state];
  if (change.state === 'awaiting-approval' && change.can.approve) {
    return { tone, text: t('change.waitsForYou') };
  }
  const left = change.secondsLeft;
  if (tone !== 'info' || left === undefined || left <= 0) {
    return { tone, text: change.stateText };
  }
  const time =
    left < 90
      ? t('change.seconds', { amount: String(Math.ceil(left / 5) * 5) })
      : t('change.minutes', { amount: String(Math.ceil(left / 60)) });
  return {
    tone,
    text: `${change.stateText} · ${t('change.left', { time })}`,
  };
}
