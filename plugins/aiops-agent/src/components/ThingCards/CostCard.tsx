import type { ThingDetails } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { money, percent } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import { Meter } from '../Meter';
import { ThingCard } from './ThingCard';
import styles from './ThingCards.module.css';

/** What it costs, beside what its team may spend. */
export function CostCard() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <ThingCard title={t('thing.cost')}>
      {details => <Cost details={details} />}
    </ThingCard>
  );
}

function Cost(props: { details: ThingDetails }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { thing, budget, currency } = props.details;
  const cost = thing.costPerMonth;
  if (cost === undefined) {
    return <p className={styles.quiet}>{t('money.unpriced')}</p>;
  }
  return (
    <>
      <p className={styles.figure}>
        {t('money.monthly', { amount: money(cost, currency) })}
      </p>
      {budget ? (
        <>
          <Meter
            label={t('thing.ofBudget', { team: budget.team })}
            text={percent(budget.amount > 0 ? cost / budget.amount : 0)}
            used={cost}
            limit={budget.amount}
          />
          <p className={styles.quiet}>
            {t('thing.teamSpends', {
              team: budget.team,
              spent: money(budget.spent, budget.currency),
              budget: money(budget.amount, budget.currency),
            })}
          </p>
        </>
      ) : (
        <p className={styles.quiet}>
          {t('thing.noBudget', { team: thing.team })}
        </p>
      )}
    </>
  );
}
