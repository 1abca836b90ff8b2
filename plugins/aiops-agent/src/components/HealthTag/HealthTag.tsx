import type { Health } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Tag, type TagTone } from '../Tag';

const TONES: Record<Health, TagTone> = {
  healthy: 'positive',
  starting: 'info',
  degraded: 'danger',
  asleep: 'neutral',
  missing: 'warning',
  unknown: 'neutral',
};

/** How a thing is, in a word. */
export function HealthTag(props: { health: Health }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return <Tag tone={TONES[props.health]}>{t(`health.${props.health}`)}</Tag>;
}
