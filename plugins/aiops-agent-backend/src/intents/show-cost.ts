import type {
  BudgetLine,
  Fact,
  Tone,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import {
  asksAboutAll,
  entityRefOf,
  findTarget,
  nameOf,
  settleTargetOrAll,
  teamOf,
  thingsIn,
  type Target,
} from './finding';
import { formatMoney } from '../cost';
import { periodParameter, targetParameter } from './parameters';
import { showCostPhrases } from './show-cost.phrases';
import { shareOfMonth, shareWord, together } from './wording';
import { phrase, say, sayAgain } from '../words';

const parameters = z.object({
  target: targetParameter,
  period: periodParameter,
});

const PERIODS: Record<string, string> = {
  today: phrase`today`,
  yesterday: phrase`yesterday`,
  this_week: phrase`a week`,
  last_week: phrase`last week`,
  this_month: phrase`this month`,
  last_month: phrase`last month`,
};

function budgetTone(budget: BudgetLine): Tone {
  if (budget.spent > budget.amount) {
    return 'danger';
  }
  return budget.spent > 0.8 * budget.amount ? 'warning' : 'positive';
}

function budgetFacts(budget: BudgetLine, cost: IntentContext['cost']): Fact[] {
  return [
    {
      label: say`of ${budget.team}'s budget of ${cost.format(budget.amount)}`,
      value: shareWord(budget.spent, budget.amount),
      tone: budgetTone(budget),
    },
    {
      label: say`left to spend`,
      value: cost.format(Math.max(0, budget.amount - budget.spent)),
    },
  ];
}

/**
 * The portal knows what things cost a month at today's prices, and keeps no
 * bills: other periods are worked out from that, and say so.
 */
function periodSentence(
  monthly: number,
  period: string | undefined,
  cost: IntentContext['cost'],
): string {
  const share = period ? shareOfMonth(period) : undefined;
  if (!period || !share || period === 'this_month') {
    return '';
  }
  const word = sayAgain(PERIODS[period] ?? phrase`that time`);
  const amount = formatMoney(monthly * share, cost.currency);
  return say` For ${word} that makes about ${amount}: I go by what runs now and keep no bills of the past.`;
}

function targetCost(
  target: Target,
  period: string | undefined,
  context: IntentContext,
): Answer {
  const { cost, platform } = context;
  const name = nameOf(target);
  const monthly =
    target.kind === 'environment'
      ? cost.ofEnvironment(target.environment)
      : cost.ofThing(target.thing);
  const budget = cost.budget(teamOf(target));
  const share = budget
    ? say`, ${shareWord(monthly, budget.amount)} of ${budget.team}'s budget`
    : '';
  const things = target.kind === 'environment' ? thingsIn(name, platform) : [];
  return {
    text: say`**${name}** costs ${cost.format(
      monthly,
    )}${share}.${periodSentence(monthly, period, cost)}`,
    facts: budget ? budgetFacts(budget, cost) : undefined,
    items: things.map(thing => ({
      title: thing.title ?? thing.name,
      value: cost.format(cost.ofThing(thing)),
      entityRef: entityRefOf(thing.role, thing.name),
    })),
  };
}

function everything(
  period: string | undefined,
  context: IntentContext,
): Answer {
  const { cost, person, platform } = context;
  const all = asksAboutAll(person);
  const environments = platform.environments
    .filter(({ team }) => all || person.teams.includes(team))
    .map(environment => ({
      environment,
      amount: cost.ofEnvironment(environment),
    }))
    .sort((a, b) => b.amount - a.amount);
  const monthly = environments.reduce((sum, { amount }) => sum + amount, 0);
  const budgets = person.teams.flatMap(team => cost.budget(team) ?? []);
  const rooms = budgets.map(
    budget =>
      say`${budget.team} uses ${shareWord(
        budget.spent,
        budget.amount,
      )} of its ${cost.format(budget.amount)}`,
  );
  const room = rooms.length > 0 ? `: ${together(rooms)}` : '';
  const subject = all ? say`Everything here costs` : say`What you have costs`;
  return {
    text: `${subject} ${cost.format(monthly)}${room}.${periodSentence(
      monthly,
      period,
      cost,
    )}`,
    facts: budgets.flatMap(budget => budgetFacts(budget, cost)),
    items: environments.map(({ environment, amount }) => ({
      title: environment.title ?? environment.name,
      subtitle: environment.team,
      value: cost.format(amount),
      entityRef: entityRefOf('environment', environment.name),
    })),
  };
}

/** What a thing costs a month, or all that is the person's. */
export const showCost = defineIntent({
  name: 'show_cost',
  title: 'See what things cost',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showCostPhrases,

  async prepare(params, context) {
    const { target, missing } = settleTargetOrAll(
      params.target,
      say`The cost of which one?`,
      context,
    );
    return { params: { target, period: params.period }, missing };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    return target
      ? targetCost(target, params.period, context)
      : everything(params.period, context);
  },
});
