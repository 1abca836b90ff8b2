import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { Condition, KubeObject, PodObject } from '../../cluster/objects';
import { mebibytes, millicores } from '../amounts';
import { since } from '../containers';
import { evidence, type Evidence, type Found } from '../found';
import { podPath, type RunningWorkload, type Subject } from '../subject';
import { phrase, say, sayAgain } from '../../words';

/** A scheduler that is there looks at a new pod at once. */
const UNSEEN_MS = 60_000;

/** What the scheduler says of nodes that won't do; the first that fits. */
const REASONS: Array<{
  pattern: RegExp;
  cause: string | ((pod: PodObject) => string);
  words: string;
}> = [
  {
    pattern: /insufficient cpu/i,
    cause: 'schedule.cpu',
    words: phrase`no machine has enough processor time free`,
  },
  {
    pattern: /insufficient memory/i,
    cause: 'schedule.memory',
    words: phrase`no machine has enough memory free`,
  },
  {
    pattern: /were unschedulable|node\.kubernetes\.io\/unschedulable/i,
    cause: 'schedule.cordoned',
    words: phrase`the machines that it could run on are closed for maintenance`,
  },
  {
    pattern: /untolerated taint|had taint/i,
    cause: 'schedule.taint',
    words: phrase`the machines that are left are reserved for something else`,
  },
  {
    pattern: /anti-affinity/i,
    cause: 'schedule.pod-anti-affinity',
    words: phrase`its copies may not share a machine, and there is none left`,
  },
  {
    pattern: /node affinity\/selector|node selector|node affinity/i,
    cause: pod =>
      pod.spec?.nodeSelector && !pod.spec.nodeAffinity
        ? 'schedule.node-selector'
        : 'schedule.node-affinity',
    words: phrase`no machine is of the kind that it asks for`,
  },
  {
    pattern: /free ports/i,
    cause: 'schedule.host-port',
    words: phrase`the port that it wants is taken on every machine`,
  },
];

const PLATFORM = phrase`The platform team can make room on the machines or add one; asking for less would help too.`;
const MANIFEST = phrase`The platform team knows which kinds of machines there are; its manifest in Git says which it wants.`;

/** Copies for which there is no machine. */
export function scheduling(subject: Subject): Found[] {
  return subject.workloads.flatMap(workload => {
    const waiting = workload.pods.filter(
      ({ spec, status }) => !spec?.nodeName && status?.phase !== 'Failed',
    );
    return waiting.length > 0
      ? explain(subject, workload, waiting[0], waiting.length)
      : [];
  });
}

function explain(
  subject: Subject,
  workload: RunningWorkload,
  pod: PodObject,
  waiting: number,
): Found[] {
  const { title } = subject;
  const condition = pod.status?.conditions?.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  const base = { role: 'cause' as const, target: workload.target };
  const cannot =
    waiting === workload.desired
      ? say`${title} cannot start`
      : say`${waiting} of ${workload.desired} copies of ${title} cannot start`;
  if (condition?.reason === 'SchedulingGated') {
    return [
      {
        ...base,
        cause: 'schedule.gated',
        confidence: 0.95,
        summary: say`${cannot}: something holds it back on purpose until it is let go.`,
        evidence: [scheduled(pod, condition)],
        ask: say`The platform team knows what sets such gates.`,
      },
    ];
  }
  if (!condition) {
    return since(pod.metadata.creationTimestamp, subject) > UNSEEN_MS
      ? [
          {
            ...base,
            cause: 'schedule.scheduler-down',
            confidence: 0.7,
            summary: say`${cannot}: nothing has looked for a machine for it yet.`,
            evidence: [
              evidence(
                `${podPath(pod)} spec.nodeName`,
                `absent since ${pod.metadata.creationTimestamp}`,
              ),
            ],
            ask: say`The platform team can see whether the cluster’s scheduler runs.`,
          },
        ]
      : [];
  }
  return reasonsOf(condition.message ?? '').flatMap(({ text, nodes }) => {
    const reason = REASONS.find(({ pattern }) => pattern.test(text));
    if (!reason) {
      return [];
    }
    const { cause, words } = reason;
    const code = typeof cause === 'string' ? cause : cause(pod);
    const room = code === 'schedule.cpu' || code === 'schedule.memory';
    return [
      {
        ...base,
        cause: code,
        // What holds for most machines is most in the way.
        confidence: 0.75 + 0.2 * nodes,
        summary: say`${cannot}: ${sayAgain(words)}.`,
        evidence: [
          scheduled(pod, condition),
          ...(room ? wanted(subject, pod, code) : chosen(pod)),
        ],
        ask: room ? PLATFORM : MANIFEST,
      },
    ];
  });
}

/** `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had …` by share. */
function reasonsOf(message: string): Array<{ text: string; nodes: number }> {
  const [, total = '1'] = /^\d+\/(\d+) nodes/.exec(message) ?? [];
  const list = message
    .replace(/^[^:]*: /, '')
    .replace(/\. (preemption|no new claims)[\s\S]*$/i, '');
  return list
    .split(/, (?=\d+ )/)
    .map(part => {
      const [, count, text] = /^(\d+) ([\s\S]*)$/.exec(part) ?? [];
      return {
        text: text ?? part,
        nodes: count
          ? Math.min(1, Number(count) / Math.max(1, Number(total)))
          : 1,
      };
    })
    .sort((a, b) => b.nodes - a.nodes);
}

function scheduled(pod: PodObject, { reason, message }: Condition): Evidence {
  return evidence(
    `${podPath(pod)} status.conditions[PodScheduled]`,
    `${reason}: ${message}`,
  );
}

/** The kind of machine that it asks for. */
function chosen(pod: PodObject): Evidence[] {
  const labels = Object.entries(pod.spec?.nodeSelector ?? {});
  return labels.length > 0
    ? [
        evidence(
          `${podPath(pod)} spec.nodeSelector`,
          labels.map(([label, value]) => `${label}=${value}`).join(', '),
        ),
      ]
    : [];
}

/** What it asks for, and the most that a machine could give. */
function wanted({ source }: Subject, pod: PodObject, code: string): Evidence[] {
  const resource = code === 'schedule.cpu' ? 'cpu' : 'memory';
  const word = resource === 'cpu' ? millicores : mebibytes;
  const asked = (pod.spec?.containers ?? [])
    .map(({ resources }) => parseQuantity(resources?.requests?.[resource] ?? 0))
    .reduce((sum, one) => sum + one, 0);
  const most = Math.max(
    0,
    ...source.list('Node').map(node => allocatable(node, resource)),
  );
  return [
    evidence(
      `${podPath(pod)} spec.containers[].resources.requests.${resource}`,
      `asks for ${word(asked)}${
        most > 0 ? `; the largest machine has ${word(most)} in all` : ''
      }`,
    ),
  ];
}

function allocatable(node: KubeObject, resource: string): number {
  const amounts = node.status?.allocatable as
    | Record<string, string>
    | undefined;
  return parseQuantity(amounts?.[resource] ?? 0);
}
