import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useCallback } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useChangeSignal, useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { PageFrame } from '../PageFrame';
import { Home } from './Home';
import styles from './HomePage.module.css';

/** The portal's first page, which follows what happens while it is open. */
export function HomePage() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const me = useLoad(useCallback(signal => api.getMe({ signal }), [api]));
  useChangeSignal(me.reload);

  return (
    <PageFrame title={t('home.title')}>
      {me.error && <ErrorNote error={me.error} onRetry={me.reload} />}
      {me.loading && !me.value && (
        <div aria-busy aria-label={t('home.loading')} className={styles.home}>
          <Skeleton width="14rem" height={28} />
          <div className={styles.starts}>
            <Skeleton width="100%" height={128} />
            <Skeleton width="100%" height={128} />
            <Skeleton width="100%" height={128} />
          </div>
        </div>
      )}
      {me.value && <Home me={me.value} />}
    </PageFrame>
  );
}
