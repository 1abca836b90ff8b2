import type { Plan, ChangeStep } from '@aiops-portal/plugin-aiops-agent-common';
import type { Deployed, Measures } from '@aiops-portal/plugin-aiops-agent-node';
import { formatMoney } from '../cost';
import { isBackup, type ChangeRecord } from './model';
import { say } from '../words';

/** So long after going live, what is used now says something about the change. */
const TELLING_MS = 60 * 60_000;

const GIB = 1024 ** 3;

/**
 * What has changed in the monthly bill, and what that is of the budget:
 * `$46 more a month; still within your team's budget: 61 % of $400`.
 *
 * @param whose - `your team's`
 */
export function billSentence(
  { delta, currency, priced, budget }: Plan['cost'],
  whose: string,
): string | undefined {
  if (!priced) {
    return undefined;
  }
  const amount = formatMoney(Math.abs(delta), currency);
  const bill =
    delta === 0 ? say`Costs the same as before` : moreOrLess(amount, delta > 0);
  if (delta === 0 || !budget || budget.amount <= 0) {
    return bill;
  }
  const most = formatMoney(budget.amount, currency);
  const share = `${Math.round((budget.spentAfter / budget.amount) * 100)} %`;
  if (budget.spentAfter > budget.amount) {
    return say`${bill}; over ${whose} budget: ${share} of ${most}`;
  }
  return delta > 0
    ? say`${bill}; still within ${whose} budget: ${share} of ${most}`
    : say`${bill}; within ${whose} budget: ${share} of ${most}`;
}

function moreOrLess(amount: string, more: boolean): string {
  return more ? say`${amount} more a month` : say`${amount} less a month`;
}

const inGib = (bytes: number) =>
  bytes >= GIB
    ? `${Math.round((bytes / GIB) * 10) / 10} GiB`
    : `${Math.round(bytes / 1024 ** 2)} MiB`;

/** `now uses 1.2 GiB of 2 GiB`, of all copies together. */
function usageSentence({ memory }: Measures): string | undefined {
  return memory.limit === undefined
    ? undefined
    : say`now uses ${inGib(memory.used)} of ${inGib(memory.limit)}`;
}

/**
 * The thing whose memory a change was about, as long as what it uses now
 * tells how that went.
 */
export function mendedMemory(
  change: ChangeRecord,
  deployed: Deployed[],
  now: Date,
): Deployed | undefined {
  const isFresh =
    change.liveAt !== undefined &&
    now.getTime() - Date.parse(change.liveAt) < TELLING_MS;
  const { values, targets } = change.record.draft;
  return isFresh
    ? deployed.find(
        ({ name, role }) =>
          values[`${name}.memory`] !== undefined &&
          targets.includes(`${role}/${name}`),
      )
    : undefined;
}

/** How the last line is called: what people have then. */
function endOf({ record }: ChangeRecord): string {
  const { values } = record.draft;
  const ended = (what: string) =>
    Object.keys(values).some(
      name => name.endsWith(`.${what}`) && values[name] === true,
    );
  if (ended('removed')) {
    return say`Removed`;
  }
  if (ended('asleep')) {
    return say`Asleep, with all data kept`;
  }
  if (ended('forgotten')) {
    return say`Left to expire`;
  }
  if (isBackup({ record })) {
    return say`Backed up`;
  }
  return record.steps.some(({ rollout }) => rollout)
    ? say`All copies are healthy`
    : say`Live`;
}

/** The lines of a live change with what came of it. */
export function withOutcome(
  steps: ChangeStep[],
  change: ChangeRecord,
  told: { whose: string; measures?: Measures },
): ChangeStep[] {
  const rollouts = change.record.steps.filter(({ rollout }) => rollout);
  const used = told.measures && usageSentence(told.measures);
  const last = rollouts.at(-1)?.id;
  return steps.map(step => {
    if (step.id === 'live') {
      return {
        ...step,
        title: endOf(change),
        detail: billSentence(change.record.plan.cost, told.whose),
      };
    }
    return step.id === last && used ? { ...step, detail: used } : step;
  });
}
