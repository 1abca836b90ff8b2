import type { ModelHealth } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Tag } from '../Tag';
import styles from './UnderstoodPage.module.css';

/** How the language model is doing that helps where the parser is unsure. */
export function ModelState({ model }: { model?: ModelHealth }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  if (!model) {
    return <p className={styles.quiet}>{t('understood.noModel')}</p>;
  }
  return (
    <section aria-label={t('understood.model', { model: model.model })}>
      <p className={styles.quiet}>
        {t('understood.model', { model: model.model })}{' '}
        <Tag tone={model.available ? 'positive' : 'warning'}>
          {model.available
            ? t('understood.modelAvailable')
            : t('understood.modelResting')}
        </Tag>
      </p>
      <ul>
        {model.hosts.map(({ url, state, lastMs, lastError }) => (
          <li key={url} className={styles.quiet}>
            {[
              url,
              t(`understood.host.${state}`),
              lastMs !== undefined && `${lastMs} ms`,
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
