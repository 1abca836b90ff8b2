import type { Detail, Item } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Answer,
  type Backup,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import {
  covers,
  coversWhole,
  holdsData,
  momentWord,
  resultOf,
  subjectOf,
} from './backups';
import {
  askForTarget,
  findTarget,
  impliedTarget,
  mine,
  nameOf,
  targetsOf,
  type Target,
} from './finding';
import { listBackupsPhrases } from './list-backups.phrases';
import { bytesWord, counted, dayWord, sees } from './wording';

const parameters = z.object({
  target: z
    .string()
    .optional()
    .describe('An application, a database or an environment'),
});

const MOST = 20;

function itemOf(backup: Backup, context: IntentContext): Item {
  const { level } = context.person;
  const { text, tone } = resultOf(backup);
  const bytes = backup.volumes
    .filter(({ state }) => state === 'saved')
    .reduce((sum, volume) => sum + (volume.bytes ?? 0), 0);
  return {
    title: subjectOf(backup, context),
    subtitle: [
      backup.createdAt ? momentWord(backup.createdAt) : 'not begun',
      text,
      ...(backup.expiresAt
        ? [`kept until ${dayWord(new Date(backup.expiresAt))}`]
        : []),
      ...(sees(level, 'developer') ? [backup.name] : []),
    ].join(' · '),
    value: bytes > 0 ? bytesWord(bytes) : undefined,
    tone,
  };
}

function detailsOf(backups: Backup[], { person }: IntentContext): Detail[] {
  if (!sees(person.level, 'developer')) {
    return [];
  }
  const lines = backups.flatMap(({ name, phase, reason, volumes }) => [
    `${name}: ${phase || 'New'}${reason ? ` (${reason})` : ''}`,
    ...volumes.map(
      volume =>
        `  ${volume.environment}/${volume.name}: ${volume.state}${
          volume.bytes === undefined ? '' : `, ${bytesWord(volume.bytes)}`
        }${volume.reason ? ` (${volume.reason})` : ''}`,
    ),
  ]);
  return [
    {
      title: 'What Velero says',
      body: lines.join('\n'),
      language: 'text',
      level: 'developer',
    },
  ];
}

/** Said first: whether what is theirs could be had back, and from when. */
function verdict(target: Target, backups: Backup[]): string {
  const name = `**${nameOf(target)}**`;
  const good = backups.find(
    backup => coversWhole(backup, target) && holdsData(backup),
  );
  if (good?.createdAt) {
    return `The newest backup of ${name} with all of its data is from ${momentWord(
      good.createdAt,
    )}.`;
  }
  const keepsData =
    target.kind === 'environment' || target.thing.volumes.length > 0;
  if (!keepsData) {
    const newest = backups.find(({ state }) => state === 'complete');
    return newest?.createdAt
      ? `The newest backup of ${name} is from ${momentWord(
          newest.createdAt,
        )}; it keeps no data in volumes, so only its settings are in it.`
      : `There is no backup of ${name}. It keeps no data in volumes, and its settings are in Git.`;
  }
  return backups.length > 0
    ? `No backup of ${name} has all of its data, so it is not protected.`
    : `There is no backup of ${name}.`;
}

function targetAnswer(
  target: Target,
  all: Backup[],
  context: IntentContext,
): Answer {
  const backups = all.filter(backup => covers(backup, target));
  return {
    text: verdict(target, backups),
    ...listed(backups, context),
    suggestions: [{ text: `Make a backup of ${nameOf(target)}` }],
  };
}

/** All that concerns the person's teams, or all where they have none. */
function overview(all: Backup[], context: IntentContext): Answer {
  const { person } = context;
  const whole = person.level === 'admin' || person.teams.length === 0;
  const targets = whole
    ? targetsOf(context)
    : mine(targetsOf(context), context);
  const backups = all.filter(
    backup => whole || targets.some(target => covers(backup, target)),
  );
  if (backups.length === 0) {
    return {
      text: whole
        ? 'There are no backups.'
        : 'There are no backups of what is yours.',
      suggestions: targets
        .slice(0, 1)
        .map(target => ({ text: `Make a backup of ${nameOf(target)}` })),
    };
  }
  const good = backups.filter(holdsData).length;
  return {
    text: `There ${backups.length === 1 ? 'is' : 'are'} ${counted(
      backups.length,
      'backup',
    )}${whole ? '' : ' of what is yours'}, ${
      good === 0 ? 'none' : good
    } with all of the data.`,
    ...listed(backups, context),
  };
}

function listed(
  backups: Backup[],
  context: IntentContext,
): Pick<Answer, 'items' | 'details'> {
  const shown = backups.slice(0, MOST);
  const older = backups.length - shown.length;
  return {
    items: [
      ...shown.map(backup => itemOf(backup, context)),
      ...(older > 0 ? [{ title: `${older} older` }] : []),
    ],
    details: shown.length > 0 ? detailsOf(shown, context) : [],
  };
}

/** Which backups there are, of what, and what is in them. */
export const listBackups = defineIntent({
  name: 'list_backups',
  title: 'See the backups',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listBackupsPhrases,

  async prepare(params, context) {
    if (!params.target) {
      const implied = context.entity && impliedTarget(context);
      return { params: { target: implied && nameOf(implied) }, missing: [] };
    }
    const target = findTarget(params.target, context);
    if (target) {
      return { params: { target: nameOf(target) }, missing: [] };
    }
    const question = askForTarget({
      parameter: 'target',
      text: 'Whose backups do you mean?',
      said: params.target,
      context,
    });
    return { params: {}, missing: [question] };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    if (params.target && !target) {
      return { text: 'There is nothing of that name that I can show you.' };
    }
    const all = context.runtime.backups();
    if (!all) {
      return {
        text: 'There are no backups: they are made by Velero, and the cluster has none that I can see. The platform team can install it, or let me see it.',
      };
    }
    return target ? targetAnswer(target, all, context) : overview(all, context);
  },
});
