import { parse } from 'yaml';
import { z } from 'zod';

/** Where budgets are in the platform repository. */
export const BUDGETS_FILE = 'policies/budgets.yaml';

const amount = z.number().nonnegative();
const schema = z.object({
  default: amount.optional(),
  teams: z.record(z.string(), amount).nullish(),
});

type Budgets = z.infer<typeof schema>;

const byFiles = new WeakMap<ReadonlyMap<string, string>, Budgets | undefined>();

function parseBudgets(content: string): Budgets | undefined {
  try {
    return schema.parse(parse(content));
  } catch {
    // An unknown budget is no budget: what costs more then needs approval.
    return undefined;
  }
}

/**
 * What a team may spend a month, in the price book's currency.
 *
 * @returns undefined when no budget is set, or none can be read.
 */
export function readBudget(
  files: ReadonlyMap<string, string>,
  team: string,
): number | undefined {
  if (!byFiles.has(files)) {
    byFiles.set(files, parseBudgets(files.get(BUDGETS_FILE) ?? ''));
  }
  const { teams, default: usual } = byFiles.get(files) ?? {};
  const own = teams && Object.hasOwn(teams, team) ? teams[team] : undefined;
  return own ?? usual;
}
