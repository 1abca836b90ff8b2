import {
  defineIntent,
  type BackupPart,
  type IntentContext,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { backupsOf } from './backups';
import { createBackupPhrases } from './create-backup.phrases';
import {
  askForTarget,
  findEnvironment,
  findTarget,
  impliedTarget,
  nameOf,
  type Target,
} from './finding';
import { bytesWord, counted, dayWord, together } from './wording';

const parameters = z.object({
  target: z
    .string()
    .optional()
    .describe('An application, a database or an environment'),
  made: z
    .string()
    .optional()
    .describe('When it was asked for (ISO 8601), which is in its name'),
});

const DAY_MS = 86_400_000;

function asleep(target: Target) {
  return target.kind === 'environment'
    ? target.environment.asleep
    : target.thing.asleep;
}

/** `shop-db in shop-prod`, `marketing-blog and its database in …` */
function whatWord(target: Target, { things }: BackupPart): string {
  if (target.kind === 'environment') {
    return `everything in **${target.environment.name}**`;
  }
  const { name, environment } = target.thing;
  const databases = things
    .filter(thing => thing !== target.thing)
    .map(thing => `**${thing.name}**`);
  const and =
    databases.length > 0
      ? ` with its ${
          databases.length === 1 ? 'database' : 'databases'
        } ${together(databases)}`
      : '';
  return `**${name}**${and}, in **${environment}**`;
}

/** What of its data would be in it. */
function contentWord(part: BackupPart): string {
  const awake = part.things.filter(thing => part.snapshots || !thing.asleep);
  const bytes = awake
    .flatMap(({ volumes }) => volumes)
    .reduce((sum, volume) => sum + volume.bytes, 0);
  const left = part.things.filter(
    thing => !awake.includes(thing) && thing.volumes.length > 0,
  );
  const sleepers =
    left.length > 0
      ? ` The data of ${together(
          left.map(({ name }) => `**${name}**`),
        )} would not be in it: ${
          left.length === 1 ? 'it is' : 'they are'
        } asleep, and only what runs can be copied.`
      : '';
  if (part.volumes.length > 0) {
    return `Settings and data would be in it: ${counted(
      part.volumes.length,
      'volume',
    )} of up to ${bytesWord(bytes)}.${sleepers}`;
  }
  return left.length > 0
    ? `Only settings would be in it.${sleepers}`
    : 'There is no data in volumes, so only settings would be in it.';
}

function draft(
  target: Target,
  part: BackupPart,
  made: Date,
  context: IntentContext,
): PlanDraft {
  const name = nameOf(target);
  const home =
    target.kind === 'environment'
      ? target.environment
      : findEnvironment(target.thing.environment, context);
  if (!home) {
    throw new NotFoundError(
      `The environment of ${name} is not in Git any more, so nothing was changed.`,
    );
  }
  const until = dayWord(new Date(made.getTime() + part.keepDays * DAY_MS));
  const kept = `kept for ${counted(part.keepDays, 'day')}, until ${until}`;
  return {
    title: 'A backup',
    summary: `I'd back up ${whatWord(target, part)}, now. ${contentWord(
      part,
    )} It is ${kept}. Nothing stops meanwhile. Fine?`,
    outcome: `A backup of ${whatWord(target, part)}, ${kept}.`,
    team: home.team,
    intents: [
      {
        intent: 'create_backup',
        params: { target: name, made: made.toISOString() },
      },
    ],
    targets: part.targets,
    values: part.values,
    edits: part.edits,
    secrets: part.secrets,
    risk: 'low',
    steps: part.steps,
    links: part.links,
    fields: [],
    confirmLabel: 'Yes, back it up',
    acts: [
      {
        intent: 'create_backup',
        environment: home.name,
        team: home.team,
        tier: home.tier,
        creates: false,
        deletes: false,
        access: 'team',
      },
    ],
  };
}

/** A backup of an application, a database or a whole environment, now. */
export const createBackup = defineIntent({
  name: 'create_backup',
  title: 'Make a backup',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: createBackupPhrases,

  async prepare(params, context) {
    backupsOf(context);
    const target = params.target
      ? findTarget(params.target, context)
      : impliedTarget(context);
    if (!target) {
      const question = askForTarget({
        parameter: 'target',
        text: 'What shall I back up?',
        said: params.target,
        context,
      });
      return { params: {}, missing: [question] };
    }
    return {
      params: { target: nameOf(target), made: context.now.toISOString() },
      missing: [],
    };
  },

  async plan(params, context) {
    backupsOf(context);
    const target = params.target && findTarget(params.target, context);
    if (!target) {
      throw new NotFoundError(
        `There is nothing called ${params.target} that could be backed up, so nothing was changed.`,
      );
    }
    const made = params.made ? new Date(params.made) : context.now;
    if (!(made.getTime() <= context.now.getTime())) {
      throw new InputError(
        'A backup is made now and not at another time, so nothing was changed.',
      );
    }
    const part = context.compose.backup(
      target.kind === 'environment' ? target.environment : target.thing,
      made,
    );
    if (asleep(target) && !part.snapshots) {
      throw new InputError(
        `"${nameOf(
          target,
        )}" is asleep, and only what runs can be copied, so nothing was changed. Its data stays as it is while it sleeps; wake it first if you want a copy.`,
      );
    }
    return draft(target, part, made, context);
  },
});
