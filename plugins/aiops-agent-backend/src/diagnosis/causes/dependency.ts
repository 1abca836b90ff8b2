import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import { evidence, type Found } from '../found';
import { gather, type RunningWorkload, type Subject } from '../subject';
import { isShort, readyOf } from '../workloads';
import { LOG_SIGNS } from './logSigns';
import { say } from '../../words';

const NO_ANSWER = LOG_SIGNS.filter(({ cause }) =>
  ['dependency.down', 'dependency.wrong-address'].includes(cause),
).map(({ pattern }) => pattern);

/** Databases and caches that the thing uses and that don't run. */
export async function dependency(subject: Subject): Promise<Found[]> {
  const { thing, deployed } = subject;
  const used = thing.uses.flatMap(
    name => deployed.find(other => other.name === name) ?? [],
  );
  return (await Promise.all(used.map(one => judge(subject, one)))).flat();
}

async function judge(subject: Subject, used: Deployed): Promise<Found[]> {
  const { source, deployed, title } = subject;
  const its = gather({ thing: used, deployed, source });
  const name = used.title ?? used.name;
  const stopped = its.workloads.find(({ desired }) => desired === 0);
  const down = its.workloads.find(
    workload => workload.desired > 0 && readyOf(workload) === 0,
  );
  const gone = its.missing[0];
  if (!stopped && !down && !gone) {
    return [];
  }
  const suffering = await complaints(subject);
  const ill = subject.workloads.some(isShort);
  const confidence = suffering.length > 0 ? 0.95 : ill ? 0.8 : 0.6;
  if (stopped) {
    return [
      {
        cause: 'dependency.scaled-to-zero',
        role: 'cause',
        target: stopped.target,
        confidence,
        summary: used.asleep
          ? ill
            ? say`${title} does not work because ${name}, which it uses, is asleep.`
            : say`${title} uses ${name}, which is asleep.`
          : ill
          ? say`${title} does not work because ${name}, which it uses, has been switched off: it has no copies.`
          : say`${title} uses ${name}, which has been switched off: it has no copies.`,
        evidence: [
          evidence(`${stopped.path} spec.replicas`, '0'),
          ...suffering,
        ],
        ...wake(used, stopped),
      },
    ];
  }
  const target = down
    ? down.target
    : `${gone.kind}/${used.environment}/${gone.name}`;
  return [
    {
      cause: 'dependency.down',
      role: 'cause',
      target,
      confidence,
      summary: down
        ? ill
          ? say`${title} does not work because ${name}, which it uses, does not answer: none of its copies is ready.`
          : say`${title} uses ${name}, which does not answer: none of its copies is ready.`
        : say`${title} uses ${name}, which is not there.`,
      evidence: [
        down
          ? evidence(
              `${down.path} status.readyReplicas`,
              `0 of ${down.desired}`,
            )
          : evidence(
              `${gone.kind.toLowerCase()}s/${used.environment}/${gone.name}`,
              'in Git, but not in the cluster',
            ),
        ...suffering,
      ],
      ask: say`Ask "why is ${used.name} down?" to see what is wrong with it.`,
    },
  ];
}

/** What the thing's logs say of not getting an answer. */
async function complaints(subject: Subject): Promise<Found['evidence']> {
  const ill = subject.containers
    .filter(({ status }) => !status?.ready)
    .slice(0, 2);
  const logs = await Promise.all(ill.map(one => subject.log(one)));
  return logs.flatMap((lines, index) => {
    const line = lines.findLast(({ text }) =>
      NO_ANSWER.some(pattern => pattern.test(text)),
    );
    const { pod, spec } = ill[index];
    return line
      ? [
          evidence(
            `pods/${pod.metadata.namespace}/${pod.metadata.name} log[${spec.name}]`,
            line.at ? `${line.at} ${line.text}` : line.text,
          ),
        ]
      : [];
  });
}

function wake(
  used: Deployed,
  { written }: RunningWorkload,
): Pick<Found, 'fix' | 'ask'> {
  if (used.asleep) {
    return {
      ask: say`${used.name} was put to sleep on purpose. Whoever did can undo that request while it is kept.`,
    };
  }
  return written.replicas > 0
    ? {
        ask: say`Git says that it should have ${written.replicas}; the platform team can see who stopped it, and sync it.`,
      }
    : {
        fix: [
          {
            intent: 'scale_application',
            params: { application: used.name, replicas: 1 },
          },
        ],
      };
}
