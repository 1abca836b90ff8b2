import type { Condition, KubeObject, PodObject } from '../../cluster/objects';
import { evidence, type Found } from '../found';
import type { Subject } from '../subject';
import { phrase, say } from '../../words';

/** The conditions of Kubernetes itself; distributions add their own. */
const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

const PLATFORM = phrase`The platform team looks after the machines.`;

/** Machines that are not well, and that copies which don't answer are on. */
export function node(subject: Subject): Found[] {
  const { source, title, workloads } = subject;
  const ill = workloads.flatMap(({ pods }) => pods.filter(isIll));
  const names = new Set(ill.flatMap(({ spec }) => spec?.nodeName ?? []));
  return [...names].flatMap(name => {
    const machine = source.get('Node', undefined, name);
    const ready =
      machine && condition(machine, ['Ready'], ['False', 'Unknown']);
    const base = {
      role: 'cause' as const,
      target: `Node//${name}`,
      ask: PLATFORM,
    };
    if (ready) {
      return [
        {
          ...base,
          cause: 'node.not-ready',
          confidence: 0.9,
          summary: say`${title} does not answer because the machine "${name}" that it runs on is down.`,
          evidence: [shown(name, ready)],
        },
      ];
    }
    const pressure = machine && condition(machine, PRESSURES, ['True']);
    return pressure
      ? [
          {
            ...base,
            cause: 'node.pressure',
            confidence: 0.6,
            summary: say`${title} runs on a machine that is running short ("${name}").`,
            evidence: [shown(name, pressure)],
          },
        ]
      : [];
  });
}

function isIll({ status }: PodObject): boolean {
  return !status?.conditions?.some(
    ({ type, status: state }) => type === 'Ready' && state === 'True',
  );
}

function condition(
  { status }: KubeObject,
  types: string[],
  states: string[],
): Condition | undefined {
  return (status?.conditions as Condition[] | undefined)?.find(
    one => types.includes(one.type) && states.includes(one.status),
  );
}

function shown(name: string, { type, status, reason, message }: Condition) {
  return evidence(
    `nodes/${name} status.conditions[${type}]`,
    `${status}: ${[reason, message].filter(Boolean).join(', ')}`,
  );
}
