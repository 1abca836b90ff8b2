import type { Detail, Item } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Answer,
  Backup,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { bytesWord, dayWord, sees } from '../wording';
import { subjectOf } from './covering';
import { momentWord, resultOf } from './words';

const MOST = 20;

function itemOf(backup: Backup, context: IntentContext): Item {
  const { text, tone } = resultOf(backup);
  const bytes = backup.volumes
    .filter(({ state }) => state === 'saved')
    .reduce((sum, volume) => sum + (volume.bytes ?? 0), 0);
  const until = backup.expiresAt && dayWord(new Date(backup.expiresAt));
  return {
    title: subjectOf(backup, context),
    subtitle: [
      backup.createdAt && momentWord(backup.createdAt),
      text,
      until && say`kept until ${until}`,
      sees(context.person.level, 'developer') && backup.name,
    ]
      .filter(Boolean)
      .join(' · '),
    value: bytes > 0 ? bytesWord(bytes) : undefined,
    tone,
  };
}

function linesOf({ name, phase, reason, volumes }: Backup): string[] {
  return [
    `${name}: ${phase || 'New'}${reason ? ` (${reason})` : ''}`,
    ...volumes.map(volume =>
      [
        `  ${volume.environment}/${volume.name}: ${volume.state}`,
        volume.bytes === undefined ? '' : `, ${bytesWord(volume.bytes)}`,
        volume.reason ? ` (${volume.reason})` : '',
      ].join(''),
    ),
  ];
}

function detailsOf(backups: Backup[], { person }: IntentContext): Detail[] {
  return sees(person.level, 'developer') && backups.length > 0
    ? [
        {
          title: say`What Velero says`,
          body: backups.flatMap(linesOf).join('\n'),
          language: 'text',
          level: 'developer',
        },
      ]
    : [];
}

/** The newest of them as a list, with what Velero says for developers. */
export function listed(
  backups: Backup[],
  context: IntentContext,
): Pick<Answer, 'items' | 'details'> {
  const shown = backups.slice(0, MOST);
  const older = backups.length - shown.length;
  return {
    items: [
      ...shown.map(backup => itemOf(backup, context)),
      ...(older > 0 ? [{ title: say`${older} older ones` }] : []),
    ],
    details: detailsOf(shown, context),
  };
}
