import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { useCallback, type ReactNode } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useChangeSignal, useLinks, useLoad } from '../../hooks';
import type { Loaded } from '../../hooks/useLoad';
import { aiopsAgentTranslationRef } from '../../translation';
import { ChangeCard } from '../ChangeCard';
import { ErrorNote } from '../ErrorNote';
import { PageFrame } from '../PageFrame';
import { PlanOrChange } from '../PlanOrChange';
import { Surface } from '../Surface';
import { RequestList } from './RequestList';
import styles from './RequestsPage.module.css';

/** What waits for me, and what I asked for. */
export function RequestsPage() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const to = useLinks();
  const waiting = useLoad(
    useCallback(
      signal => api.listChanges({ role: 'approver' }, { signal }),
      [api],
    ),
  );
  const mine = useLoad(
    useCallback(
      signal => api.listChanges({ role: 'requester' }, { signal }),
      [api],
    ),
  );
  useChangeSignal(() => {
    waiting.reload();
    mine.reload();
  });

  return (
    <PageFrame title={t('requests.title')}>
      <h1 className={styles.title}>{t('requests.title')}</h1>
      <div className={styles.sections}>
        <section className={styles.section} aria-labelledby="waiting">
          <h2 id="waiting" className={styles.heading}>
            {t('requests.waiting')}
          </h2>
          <List of={waiting} nothing={<p>{t('requests.nothingWaits')}</p>}>
            {changes => (
              <>
                <p className={styles.quiet}>
                  {t('requests.waitingCount', { count: changes.length })}
                </p>
                {changes.map(change => (
                  <ChangeCard
                    key={change.id}
                    changeId={change.id}
                    known={change}
                    renderPlan={plan => <PlanOrChange plan={plan} />}
                  />
                ))}
              </>
            )}
          </List>
        </section>
        <section className={styles.section} aria-labelledby="mine">
          <h2 id="mine" className={styles.heading}>
            {t('requests.mine')}
          </h2>
          <List
            of={mine}
            nothing={
              <>
                <p>{t('requests.nothingMine')}</p>
                <ButtonLink variant="secondary" href={to.assistant()}>
                  {t('requests.askAssistant')}
                </ButtonLink>
              </>
            }
          >
            {changes => (
              <Surface>
                <RequestList changes={changes} />
              </Surface>
            )}
          </List>
        </section>
      </div>
    </PageFrame>
  );
}

/** What was found, or why there is nothing to see. */
function List<T>(props: {
  of: Loaded<T[]>;
  nothing: ReactNode;
  children: (found: T[]) => ReactNode;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { value, error, reload } = props.of;
  if (error) {
    return <ErrorNote error={error} onRetry={reload} />;
  }
  if (!value) {
    return (
      <div aria-busy aria-label={t('requests.loading')}>
        <Skeleton width="100%" height={64} />
      </div>
    );
  }
  return value.length === 0 ? (
    <div className={styles.nothing}>{props.nothing}</div>
  ) : (
    <>{props.children(value)}</>
  );
}
