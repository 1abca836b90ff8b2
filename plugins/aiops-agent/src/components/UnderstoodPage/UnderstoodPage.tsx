import type { UnderstoodFilter } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { useCallback, useState } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useLoad } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { PageFrame } from '../PageFrame';
import { Surface } from '../Surface';
import { ExportButton } from './ExportButton';
import { Filters } from './Filters';
import { ModelState } from './ModelState';
import { Turn } from './Turn';
import styles from './UnderstoodPage.module.css';
import { useTurns } from './useTurns';

/** How messages were understood, for those who make that better. */
export function UnderstoodPage() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const [filter, setFilter] = useState<UnderstoodFilter>({});
  const turns = useTurns(filter);
  const intents = useLoad(
    useCallback(signal => api.listIntents({ signal }), [api]),
  );
  const { items, error } = turns;

  return (
    <PageFrame title={t('understood.title')}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{t('understood.heading')}</h1>
            <p className={styles.quiet}>{t('understood.intro')}</p>
          </div>
          <ExportButton />
        </header>
        {items && <ModelState model={turns.model} />}
        <Filters filter={filter} engines={turns.engines} onFilter={setFilter} />
        {error && <ErrorNote error={error} onRetry={turns.reload} />}
        {!items && !error && (
          <div aria-busy aria-label={t('understood.loading')}>
            <Skeleton width="100%" height={64} />
          </div>
        )}
        {items?.length === 0 && (
          <p className={styles.quiet}>{t('understood.nothing')}</p>
        )}
        {items && items.length > 0 && (
          <Surface>
            <ul className={styles.list} aria-label={t('understood.heading')}>
              {items.map(turn => (
                <Turn
                  key={turn.messageId}
                  turn={turn}
                  intents={intents.value ?? []}
                  onChanged={turns.replace}
                />
              ))}
            </ul>
          </Surface>
        )}
        {turns.more && (
          <div>
            <Button
              variant="secondary"
              isPending={turns.reading}
              onPress={turns.readOn}
            >
              {t('understood.earlier')}
            </Button>
          </div>
        )}
      </div>
    </PageFrame>
  );
}
