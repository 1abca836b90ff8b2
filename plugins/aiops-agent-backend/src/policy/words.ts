import { formatMoney } from '../cost';
import { overQuota } from '../quota';
import type { PolicyNotes } from './compile';
import type { Facts, JudgedAct } from './question';
import { say, sayAgain } from '../words';

/** Fills in what a guard says. */
function fillIn(says: string, judged: JudgedAct, facts: Facts): string {
  const { cost, quota } = facts;
  const money = (amount: number | undefined) =>
    amount === undefined ? say`nothing` : formatMoney(amount, cost.currency);
  const words: Record<string, string> = {
    team: judged.owner,
    environment: judged.act.environment,
    tier: judged.tier,
    cost: money(cost.delta),
    spending: money(cost.budget?.spentAfter ?? cost.after),
    budget: money(cost.budget?.amount),
    quota: overQuota(quota, facts.draft.team) ?? say`There is no room for it.`,
  };
  return sayAgain(says).replace(/\{(\w+)\}/g, (placeholder, word: string) =>
    Object.hasOwn(words, word) ? words[word] : placeholder,
  );
}

/** What people read of a refusal, or of why somebody else must agree. */
export function reasonsOf(
  guards: PolicyNotes[],
  judged: JudgedAct,
  facts: Facts,
): string[] {
  const said = guards.flatMap(({ says }) =>
    says ? [fillIn(says, judged, facts)] : [],
  );
  return said.length > 0 ? said : [say`The platform's rules don't allow it.`];
}
