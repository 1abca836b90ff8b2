import type {
  ComposedPart,
  Deployed,
  Environment,
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { actIn, keepDays } from '../drafting';
import { bytesWord, counted, dayWord, sees, together } from '../wording';

const DAY_MS = 86_400_000;

/** When what is deleted now is removed for good. */
export function removalDay(context: IntentContext): Date {
  return new Date(context.now.getTime() + keepDays(context) * DAY_MS);
}

/** `marketing-web (an application)`, with its resource for those who want it */
export function listedWord(thing: Deployed, context: IntentContext): string {
  const roles = {
    application: say`an app`,
    database: say`a database`,
    cache: say`a cache`,
  };
  const where = sees(context.person.level, 'admin')
    ? `, \`${thing.path}\``
    : '';
  return `**${thing.name}** (${roles[thing.role]}${where})`;
}

/** What is lost for good on the day: the data in volumes, by name. */
function lossWord(things: Deployed[]): string {
  const holding = things.filter(({ volumes }) => volumes.length > 0);
  if (holding.length === 0) {
    return say`Then it is removed for good. There is no data in it that would be lost.`;
  }
  const bytes = holding
    .flatMap(({ volumes }) => volumes)
    .reduce((sum, volume) => sum + volume.bytes, 0);
  return say`Then it is removed for good, with the data of ${together(
    holding.map(({ name }) => `**${name}**`),
  )} (up to ${bytesWord(bytes)}), which nobody can bring back.`;
}

/** What a deletion means, after the question that names it. */
export function consequences(
  things: Deployed[],
  context: IntentContext,
): string {
  const hosts = things
    .filter(({ asleep }) => !asleep)
    .flatMap(thing => thing.hosts);
  const reach =
    hosts.length > 0
      ? say`It stops at once, and ${together(
          hosts.map(host => `\`${host}\``),
        )} can't be reached any more.`
      : say`It stops at once.`;
  const days = counted(keepDays(context), 'day');
  return say`${reach} All data is kept asleep for ${days}, until ${dayWord(
    removalDay(context),
  )}; until then you can undo it. ${lossWord(things)}`;
}

/** A deletion: asleep now, removed on its day. */
export function deletionDraft(
  chosen: { intent: string; params: Record<string, unknown> },
  { target, home }: { target: Environment | Deployed; home: Environment },
  part: ComposedPart,
  summary: string,
  context: IntentContext,
): PlanDraft {
  const days = counted(keepDays(context), 'day');
  return {
    title: say`Put to sleep, to be removed in ${days}`,
    subject: `**${target.name}**`,
    summary,
    outcome: say`**${target.name}** asleep and out of reach, kept for ${days} and then removed.`,
    team: home.team,
    intents: [chosen],
    ...part,
    risk: home.tier === 'prod' ? 'high' : 'medium',
    undo: {
      days: keepDays(context),
      text: say`to bring it back as it was, data included`,
    },
    fields: [],
    confirmLabel: say`Yes, delete ${target.name}`,
    acts: [actIn(home, { intent: chosen.intent, deletes: true })],
  };
}
