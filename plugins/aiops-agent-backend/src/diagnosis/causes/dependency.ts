import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import { evidence, type Found } from '../found';
import { gather, type RunningWorkload, type Subject } from '../subject';
import { isShort, isStarting, readyOf } from '../workloads';
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
  const { source, deployed } = subject;
  const trouble = troubleOf(gather({ thing: used, deployed, source }));
  if (!trouble) {
    return [];
  }
  const { workload, words, shown, target } = trouble;
  const suffering = await complaints(subject);
  const ill = subject.workloads.some(isShort);
  const off = workload?.desired === 0;
  return [
    {
      cause: off ? 'dependency.scaled-to-zero' : 'dependency.down',
      role: 'cause',
      target,
      confidence: confidenceOf(suffering.length > 0, ill),
      summary: suspicion(subject.title, used.title ?? used.name, words, {
        proven: suffering.length > 0,
        ill,
      }),
      evidence: [shown, ...suffering],
      ...(off
        ? wake(used, workload)
        : {
            ask: say`Ask "why is ${used.name} down?" to see what is wrong with it.`,
          }),
    },
  ];
}

/** What keeps all of a thing from answering. */
function troubleOf(its: Subject):
  | {
      workload?: RunningWorkload;
      words: string;
      shown: Found['evidence'][number];
      target: string;
    }
  | undefined {
  const { thing, workloads, missing } = its;
  const off = workloads.find(({ desired }) => desired === 0);
  if (off) {
    return {
      workload: off,
      words: thing.asleep
        ? say`it is asleep`
        : say`it has been switched off and has no copies`,
      shown: evidence(`${off.path} spec.replicas`, '0'),
      target: off.target,
    };
  }
  const down = workloads.find(
    workload => readyOf(workload) === 0 && !isStarting(workload, its),
  );
  if (down) {
    return {
      workload: down,
      words: say`none of its copies is ready`,
      shown: evidence(
        `${down.path} status.readyReplicas`,
        `0 of ${down.desired}`,
      ),
      target: down.target,
    };
  }
  const [gone] = missing;
  return (
    gone && {
      words: say`it is not there`,
      shown: evidence(
        `${gone.kind.toLowerCase()}s/${thing.environment}/${gone.name}`,
        'in Git, but not in the cluster',
      ),
      target: `${gone.kind}/${thing.environment}/${gone.name}`,
    }
  );
}

function confidenceOf(proven: boolean, ill: boolean): number {
  if (proven) {
    return 0.95;
  }
  return ill ? 0.8 : 0.6;
}

/** As much as is known: that it suffers, that it may, or only what is seen. */
function suspicion(
  title: string,
  used: string,
  words: string,
  { proven, ill }: { proven: boolean; ill: boolean },
): string {
  if (proven) {
    return say`${title} gets no answer from ${used}, which it uses: ${words}.`;
  }
  return ill
    ? say`${title} uses ${used}, which may be why it does not work: ${words}.`
    : say`${title} uses ${used}, which is not available: ${words}.`;
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
