import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { PageFrame } from '../PageFrame';
import { Surface } from '../Surface';
import styles from './CredentialsPage.module.css';
import { Reveal } from './Reveal';

/** The credentials of one thing, shown to its owner once. */
export function CredentialsPage() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const { environment = '', name = '' } = useParams();
  const info = useLoad(
    useCallback(
      signal => api.getCredentialNames(environment, name, { signal }),
      [api, environment, name],
    ),
  );
  const title = t('credentials.title', {
    name: info.value?.title ?? name,
  });

  return (
    <PageFrame title={title}>
      <div className={styles.page}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.quiet}>{t('credentials.intro')}</p>
        {info.error && <ErrorNote error={info.error} onRetry={info.reload} />}
        {info.loading && !info.value && (
          <div aria-busy aria-label={t('credentials.loading')}>
            <Skeleton width="100%" height={96} />
          </div>
        )}
        {info.value && (
          <Surface as="section" aria-label={title}>
            {info.value.mayReveal && !info.value.revealed ? (
              <Reveal
                key={`${environment}/${name}`}
                environment={environment}
                name={name}
                keys={info.value.keys}
              />
            ) : (
              <Alert
                status="info"
                icon
                title={
                  info.value.reason ??
                  (info.value.revealed
                    ? t('credentials.revealed')
                    : t('credentials.mayNot'))
                }
              />
            )}
          </Surface>
        )}
      </div>
    </PageFrame>
  );
}
