import type { Fact, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { money, percent } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';

/** What a plan costs, what room it leaves and how long it can be undone. */
export function usePlanFacts(plan: Plan): Fact[] {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return [costOf(plan), ...roomOf(plan), ...undoOf(plan)];

  function costOf({ cost }: Plan): Fact {
    const amount = money(Math.abs(cost.delta), cost.currency);
    if (!cost.priced) {
      return {
        value: t('money.unpriced'),
        label: t('money.unpricedHint'),
        tone: 'warning',
      };
    }
    if (cost.delta === 0) {
      return { value: t('money.none'), label: budgetOf(plan) };
    }
    const value =
      cost.delta < 0
        ? t('money.less', { amount })
        : t(cost.before > 0 ? 'money.more' : 'money.monthly', { amount });
    return { value, label: budgetOf(plan), tone: budgetTone(plan) };
  }

  function budgetOf({ cost: { budget, delta } }: Plan): string {
    if (!budget) {
      return t('money.noBudget');
    }
    if (delta > 0 && budget.amount > 0) {
      return t('money.share', { percent: percent(delta / budget.amount) });
    }
    return t('money.after', {
      spent: money(budget.spentAfter, budget.currency),
      budget: money(budget.amount, budget.currency),
    });
  }

  /** The lines that this plan moves, the fullest first; two say enough. */
  function roomOf({ quota }: Plan): Fact[] {
    const fullness = (line: Plan['quota'][number]) =>
      line.limit > 0 ? line.usedAfter / line.limit : 1;
    const moved = quota.filter(line => line.usedAfter !== line.used);
    const environments = quota.filter(
      line => line.resource === 'environments' && !moved.includes(line),
    );
    const fullest = moved
      .filter(line => line.resource !== 'environments')
      .sort((a, b) => fullness(b) - fullness(a));
    const shown = [
      ...moved.filter(line => line.resource === 'environments'),
      ...fullest,
      ...environments,
    ].slice(0, 1);
    return shown.map(line => ({
      value: line.text,
      label: t('plan.quotaAfter', { title: line.title }),
      tone: line.usedAfter > line.limit ? 'danger' : 'neutral',
    }));
  }

  /** What touches nothing that is there, such as a backup, needs no way back. */
  function undoOf({ undo, risk }: Plan): Fact[] {
    if (undo) {
      return [
        { value: t('plan.days', { count: undo.days }), label: undo.text },
      ];
    }
    return risk === 'none'
      ? []
      : [
          {
            value: t('plan.noUndo'),
            label: t('plan.noUndoHint'),
            tone: 'warning',
          },
        ];
  }
}

function budgetTone({ cost: { budget } }: Plan): Fact['tone'] {
  return budget && budget.spentAfter > budget.amount ? 'warning' : 'neutral';
}
