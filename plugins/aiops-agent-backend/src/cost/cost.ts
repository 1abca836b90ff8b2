import type { BudgetLine, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  IntentContext,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { readBudget } from './budgets';
import { formatMonthly, roundMoney } from './money';
import { priceOf, readPriceBook, type PriceBook } from './prices';

/** What things cost at one commit, by its own price book and budgets. */
export interface Cost {
  /** As intents use it. */
  forIntents: IntentContext['cost'];
  /** What becomes dearer or cheaper from one commit to edits upon it. */
  change(after: PlatformSnapshot, team: string): Plan['cost'];
}

function totalOf(
  platform: PlatformSnapshot,
  team: string,
  book: PriceBook | undefined,
): number {
  return platform.deployed
    .filter(thing => thing.team === team)
    .reduce((total, thing) => total + priceOf(thing, book).amount, 0);
}

/** The things that cost something else than before, by their folders. */
function changedThings(before: PlatformSnapshot, after: PlatformSnapshot) {
  const pairs = new Map<string, { old?: Deployed; next?: Deployed }>();
  for (const thing of before.deployed) {
    pairs.set(thing.path, { old: thing });
  }
  for (const thing of after.deployed) {
    pairs.set(thing.path, { ...pairs.get(thing.path), next: thing });
  }
  const spends = (thing?: Deployed) =>
    thing && JSON.stringify([thing.workloads, thing.volumes]);
  return [...pairs.values()].filter(
    ({ old, next }) => spends(old) !== spends(next),
  );
}

/**
 * @param currency - Where the price book can't be read.
 */
export function createCost(platform: PlatformSnapshot, currency = 'USD'): Cost {
  const book = readPriceBook(platform.files);
  const code = book?.currency ?? currency;
  const budgetLine = (
    team: string,
    after: PlatformSnapshot,
  ): BudgetLine | undefined => {
    const amount = readBudget(platform.files, team);
    return amount === undefined
      ? undefined
      : {
          team,
          amount,
          spent: roundMoney(totalOf(platform, team, book)),
          spentAfter: roundMoney(totalOf(after, team, book)),
          currency: code,
        };
  };
  const ofThing = (thing: Deployed) => roundMoney(priceOf(thing, book).amount);
  return {
    forIntents: {
      currency: code,
      ofThing,
      ofEnvironment: environment =>
        roundMoney(
          platform.deployed
            .filter(thing => thing.environment === environment.name)
            .reduce((sum, thing) => sum + priceOf(thing, book).amount, 0),
        ),
      budget: team => budgetLine(team, platform),
      format: amount => formatMonthly(amount, code),
    },
    change(after, team) {
      const changed = changedThings(platform, after);
      const amounts = changed.map(({ old, next }) => {
        const nothing = { amount: 0, priced: true };
        const was = old ? priceOf(old, book) : nothing;
        const becomes = next ? priceOf(next, book) : nothing;
        return {
          title: (next ?? old)?.name ?? '',
          was: was.amount,
          becomes: becomes.amount,
          priced: becomes.priced,
        };
      });
      const before = roundMoney(amounts.reduce((sum, one) => sum + one.was, 0));
      const then = roundMoney(
        amounts.reduce((sum, one) => sum + one.becomes, 0),
      );
      return {
        currency: code,
        before,
        after: then,
        delta: roundMoney(then - before),
        priced: amounts.every(one => one.priced),
        lines: amounts.map(({ title, was, becomes }) => ({
          title,
          amount: roundMoney(becomes - was),
        })),
        budget: budgetLine(team, after),
      };
    },
  };
}
