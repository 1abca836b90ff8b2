import type { ModelHealth } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Tag } from '../Tag';
import styles from './UnderstoodPage.module.css';

/** A model helps as long as it has a host that has not just failed. */
function stateOf({ available, hosts }: ModelHealth) {
  if (!available) {
    return 'modelResting';
  }
  const well = hosts.some(
    ({ state }) => state === 'answering' || state === 'unknown',
  );
  return well || hosts.length === 0 ? 'modelAvailable' : 'modelFailing';
}

/** How the language model is doing that helps where the parser is unsure. */
export function ModelState({ model }: { model?: ModelHealth }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  if (!model) {
    return <p className={styles.quiet}>{t('understood.noModel')}</p>;
  }
  const overall = stateOf(model);
  return (
    <section aria-label={t('understood.model', { model: model.model })}>
      <p className={styles.quiet}>
        {t('understood.model', { model: model.model })}{' '}
        <Tag tone={overall === 'modelAvailable' ? 'positive' : 'warning'}>
          {t(`understood.${overall}`)}
        </Tag>
      </p>
      <ul>
        {model.hosts.map(({ url, state, lastMs, lastError }) => (
          <li key={url} className={styles.quiet}>
            {[
              url,
              t(`understood.host.${state}`),
              lastMs !== undefined &&
                t('understood.host.took', { time: String(lastMs) }),
              lastError,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
