import type { ThingDetails } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';
import { Disclosure } from '../Disclosure';
import { HealthTag } from '../HealthTag';
import { AskWhy } from './AskWhy';
import { LastDeployed } from './LastDeployed';
import { ThingCard } from './ThingCard';
import styles from './ThingCards.module.css';

/** How it is in one sentence, and since when. */
export function StatusCard() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <ThingCard title={t('thing.status')} saysErrors>
      {details => <Status details={details} />}
    </ThingCard>
  );
}

function Status(props: { details: ThingDetails }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { thing, copies, delivery, deployed } = props.details;
  return (
    <>
      <p>
        <HealthTag health={thing.health} /> {thing.sentence}
      </p>
      <AskWhy thing={thing} />
      {copies && copies.problems.length > 0 && (
        <Disclosure
          title={t('thing.problems')}
          open={copies.problems.length === 1}
        >
          <ul className={styles.problems}>
            {copies.problems.map(problem => (
              <li key={problem} className={styles.code}>
                {problem}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {deployed && <LastDeployed deployed={deployed} />}
      {(copies || delivery) && (
        <dl className={styles.facts}>
          {copies && (
            <>
              <dt>{t('thing.copies')}</dt>
              <dd>
                {t('thing.copiesOf', {
                  ready: String(copies.ready),
                  desired: String(copies.desired),
                })}
              </dd>
              <dt>{t('thing.restarts')}</dt>
              <dd>{copies.restarts}</dd>
            </>
          )}
          {delivery && (
            <>
              <dt>{t('thing.path')}</dt>
              <dd>{delivery.path}</dd>
              {delivery.sync && (
                <>
                  <dt>Argo CD</dt>
                  <dd>
                    {[delivery.sync, delivery.health, delivery.message]
                      .filter(Boolean)
                      .join(' · ')}
                  </dd>
                </>
              )}
              {delivery.revision && (
                <>
                  <dt>{t('thing.revision')}</dt>
                  <dd>{delivery.revision.slice(0, 12)}</dd>
                </>
              )}
            </>
          )}
        </dl>
      )}
    </>
  );
}
