import type { QuotaLine } from '@aiops-portal/plugin-aiops-agent-common';
import type { PlatformSnapshot } from '@aiops-portal/plugin-aiops-agent-node';
import { overfullEnvironments } from './environmentQuota';
import { readQuota } from './quotas';
import { usageOfTeam } from './usage';
import { quotaAmount, quotaText } from './words';
import { phrase, say, sayAgain } from '../words';

const TITLES: Array<[QuotaLine['resource'], string]> = [
  ['environments', phrase`Environments`],
  ['cpu', 'CPU'],
  ['memory', phrase`Memory`],
  ['storage', phrase`Disk`],
  ['databases', phrase`Databases`],
];

/** The room of teams at one commit, by its own quotas. */
export interface Quota {
  /** Empty when the quotas can't be read. */
  ofTeam(team: string): QuotaLine[];
  /** Before and after edits upon it. Empty when the quotas can't be read. */
  change(after: PlatformSnapshot, team: string): QuotaLine[];
}

/** Reads the quotas of a commit. */
export function createQuota(platform: PlatformSnapshot): Quota {
  const change = (after: PlatformSnapshot, team: string): QuotaLine[] => {
    const room = readQuota(platform.files, team);
    if (!room) {
      return [];
    }
    const used = usageOfTeam(platform, team);
    const usedAfter = usageOfTeam(after, team);
    return [
      ...TITLES.map(([resource, title]) => ({
        resource,
        title: sayAgain(title),
        used: used[resource],
        usedAfter: usedAfter[resource],
        limit: room[resource],
        text: quotaText(resource, usedAfter[resource], room[resource]),
      })),
      ...overfullEnvironments(platform, after, team),
    ];
  };
  return { ofTeam: team => change(platform, team), change };
}

/** Sums of decimals such as 0.1 + 0.2 are not to count as over. */
const TOLERANCE = 1e-9;

/**
 * What a plan would need beyond the quota, in a sentence that says by how much
 * and what to do; undefined when there is room. Needing less than before is
 * never too much.
 */
export function overQuota(
  lines: QuotaLine[],
  team: string,
): string | undefined {
  const over = lines.filter(
    line =>
      line.usedAfter > line.used + TOLERANCE &&
      line.usedAfter > line.limit + TOLERANCE,
  );
  if (over.length === 0) {
    return undefined;
  }
  const parts = over.map(line => {
    const where = / in (\S+)$/.exec(line.title)?.[1] ?? team;
    return say`${where} would have ${quotaAmount(
      line.resource,
      line.usedAfter,
    )}, ${quotaAmount(
      line.resource,
      line.usedAfter - line.limit,
    )} more than its ${quotaAmount(line.resource, line.limit).replace(
      / .*$/,
      '',
    )}`;
  });
  return say`There is no room for it: ${parts.join(
    '; ',
  )}. Make it smaller, remove something, or ask for more room.`;
}
