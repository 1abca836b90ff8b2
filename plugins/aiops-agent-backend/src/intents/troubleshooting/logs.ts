import type { Detail } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  IntentContext,
  LogLine,
  LogRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import { sees } from '../wording';

/**
 * Lines of a log as text, with times, and for developers with the copy that
 * wrote them. They are redacted and remain untrusted: shown as they are, in a
 * block that nothing is read from.
 */
export function logDetail(
  title: string,
  lines: LogLine[],
  { person }: Pick<IntentContext, 'person'>,
): Detail[] {
  if (lines.length === 0) {
    return [];
  }
  const developer = sees(person.level, 'developer');
  const containers = new Set(lines.map(({ container }) => container));
  return [
    {
      title,
      body: lines
        .map(({ pod, container, at, text }) =>
          [
            at ? at.replace(/(:\d\d)\.\d+/, '$1') : '-',
            ...(developer
              ? [containers.size > 1 ? `${pod}/${container}` : pod]
              : []),
            text,
          ].join(' '),
        )
        .join('\n'),
      language: 'text',
      level: 'end-user',
    },
  ];
}

/**
 * What a thing wrote, and where it keeps restarting what it wrote before the
 * last restart, unless that is the same.
 *
 * @throws ServiceUnavailableError when logs can't be read.
 */
export async function readLog(
  thing: Deployed,
  request: LogRequest,
  { runtime }: Pick<IntentContext, 'runtime'>,
): Promise<{ lines: LogLine[]; before: LogLine[] }> {
  const lines = await runtime.logs(thing, request);
  const { health, restarts } = runtime.status(thing);
  if (health === 'healthy' || restarts === 0) {
    return { lines, before: [] };
  }
  const known = new Set(lines.map(keyOf));
  const before = await runtime.logs(thing, { ...request, previous: true });
  return { lines, before: before.filter(line => !known.has(keyOf(line))) };
}

function keyOf({ pod, container, at, text }: LogLine): string {
  return `${pod}/${container}/${at}/${text}`;
}
