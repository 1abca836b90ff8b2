import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useLinks } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ChangeCard } from '../ChangeCard';
import { PageFrame } from '../PageFrame';
import { PlanOrChange } from '../PlanOrChange';
import styles from './RequestsPage.module.css';

/** One request, where links from notifications and mails lead. */
export function RequestPage() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { requestId = '' } = useParams();
  const to = useLinks();
  return (
    <PageFrame title={requestId}>
      <div className={styles.one}>
        <Link href={to.requests()}>{t('requests.back')}</Link>
        <h1 className={styles.title}>{requestId}</h1>
        <VisuallyHidden>
          <h2>{t('requests.how')}</h2>
        </VisuallyHidden>
        <ChangeCard
          key={requestId}
          changeId={requestId}
          renderPlan={plan => <PlanOrChange key={plan.id} plan={plan} />}
        />
      </div>
    </PageFrame>
  );
}
