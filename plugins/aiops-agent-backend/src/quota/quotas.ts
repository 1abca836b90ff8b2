import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import { parse } from 'yaml';
import { z } from 'zod';

/** Where quotas are in the platform repository. */
export const QUOTAS_FILE = 'policies/quotas.yaml';

const count = z.int().nonnegative();
const quantity = z
  .union([z.string(), z.number()])
  .transform(value => parseQuantity(value));
const room = z.strictObject({
  environments: count,
  cpu: quantity,
  memory: quantity,
  storage: quantity,
  databases: count,
});
const schema = z.strictObject({
  default: room,
  teams: z.record(z.string(), room.partial()).nullish(),
});

/** What a team has room for. cpu in cores, memory and storage in bytes. */
export type Room = z.infer<typeof room>;

type Quotas = z.infer<typeof schema>;

const byFiles = new WeakMap<ReadonlyMap<string, string>, Quotas | undefined>();

function parseQuotas(content: string): Quotas | undefined {
  try {
    return schema.parse(parse(content));
  } catch {
    // Whatever is wrong with it, an unknown quota gives no room.
    return undefined;
  }
}

/**
 * A team's quota at a commit.
 *
 * @returns undefined when the quotas can't be read; then nothing may be added.
 */
export function readQuota(
  files: ReadonlyMap<string, string>,
  team: string,
): Room | undefined {
  if (!byFiles.has(files)) {
    byFiles.set(files, parseQuotas(files.get(QUOTAS_FILE) ?? ''));
  }
  const quotas = byFiles.get(files);
  if (!quotas) {
    return undefined;
  }
  const { teams } = quotas;
  const own = teams && Object.hasOwn(teams, team) ? teams[team] : undefined;
  return { ...quotas.default, ...own };
}
