import {
  type BackupPart,
  type Deployed,
  type IntentContext,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError } from '@backstage/errors';
import { say } from '../../words';
import { actIn } from '../drafting';
import { findEnvironment, nameOf, type Target } from '../finding';
import { bytesWord, counted, dayWord, together } from '../wording';

const DAY_MS = 86_400_000;

const bold = (things: Deployed[]) =>
  together(things.map(({ name }) => `**${name}**`));

/** `**shop-db**, in **shop-prod**` */
function whatWord(target: Target, { things }: BackupPart): string {
  if (target.kind === 'environment') {
    return say`everything in **${target.environment.name}**`;
  }
  const { name, environment } = target.thing;
  const databases = things.filter(thing => thing !== target.thing);
  switch (databases.length) {
    case 0:
      return say`**${name}**, in **${environment}**`;
    case 1:
      return say`**${name}** with its database ${bold(
        databases,
      )}, in **${environment}**`;
    default:
      return say`**${name}** with its databases ${bold(
        databases,
      )}, in **${environment}**`;
  }
}

/** Of whom nothing could be copied, and why. */
function sleepersWord(asleep: Deployed[]): string {
  switch (asleep.length) {
    case 0:
      return '';
    case 1:
      return say` The data of ${bold(
        asleep,
      )} would not be in it: it is asleep, and only what runs can be copied.`;
    default:
      return say` The data of ${bold(
        asleep,
      )} would not be in it: they are asleep, and only what runs can be copied.`;
  }
}

/** What of its data would be in it. */
function contentWord({ things, volumes, snapshots }: BackupPart): string {
  const copied = things.filter(thing => snapshots || !thing.asleep);
  const asleep = things.filter(
    thing => !copied.includes(thing) && thing.volumes.length > 0,
  );
  if (volumes.length > 0) {
    const bytes = copied
      .flatMap(thing => thing.volumes)
      .reduce((sum, volume) => sum + volume.bytes, 0);
    return `${say`Settings and data would be in it: ${counted(
      volumes.length,
      'volume',
    )} of up to ${bytesWord(bytes)}.`}${sleepersWord(asleep)}`;
  }
  return asleep.length > 0
    ? `${say`Only settings would be in it.`}${sleepersWord(asleep)}`
    : say`There is no data in volumes, so only settings would be in it.`;
}

/**
 * The plan of a backup.
 *
 * @throws NotFoundError when its environment has gone meanwhile.
 */
export function planBackup(
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
      say`The environment of ${name} is not in Git any more, so nothing was changed.`,
    );
  }
  const what = whatWord(target, part);
  const days = counted(part.keepDays, 'day');
  const until = dayWord(new Date(made.getTime() + part.keepDays * DAY_MS));
  return {
    title: say`A backup`,
    summary: say`I'd back up ${what}, now. ${contentWord(
      part,
    )} It is kept for ${days}, until ${until}. Nothing stops meanwhile. Fine?`,
    outcome: say`A backup of ${what}, kept for ${days}, until ${until}.`,
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
    // Nothing that is there is touched.
    risk: 'none',
    steps: part.steps,
    links: part.links,
    fields: [],
    confirmLabel: say`Yes, back it up`,
    acts: [actIn(home, { intent: 'create_backup' })],
  };
}
