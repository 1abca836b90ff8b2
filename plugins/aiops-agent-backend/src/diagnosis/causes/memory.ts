import type { TerminatedState } from '../../cluster/objects';
import { ago, mebibytes } from '../amounts';
import { amount, grouped, since, usageOf } from '../containers';
import { moreMemory } from '../fixes';
import { evidence, SHOWN, type Evidence, type Found } from '../found';
import { logPath, podPath, type Container, type Subject } from '../subject';
import { say } from '../../words';

/** From this share of its limit on, memory that was seen explains the kill. */
const CLOSE = 0.8;
/** A kill that is older than this, with all well since, is history. */
const RECENT_MS = 24 * 3_600_000;
const SPEAKS_OF_MEMORY = /out ?of ?memory|heap|memory/i;

/** Containers that the kernel ended because they wanted too much memory. */
export async function memory(subject: Subject): Promise<Found[]> {
  const found = grouped(subject.containers).map(group => {
    const killed = group.filter(container => killOf(container));
    return killed.length > 0 ? [explain(subject, group, killed)] : [];
  });
  return await Promise.all(found.flat());
}

/** How a container was ended for its memory, now or the last time. */
export function killOf({ status }: Container): TerminatedState | undefined {
  return [status?.state?.terminated, status?.lastState?.terminated].find(
    terminated => terminated?.reason === 'OOMKilled',
  );
}

async function explain(
  subject: Subject,
  group: Container[],
  killed: Container[],
): Promise<Found> {
  const { title } = subject;
  const [first] = killed;
  const limit = amount(first, 'limits', 'memory');
  if (limit === undefined) {
    return ofTheNode(subject, killed);
  }
  const peak = Math.max(
    ...group.map(container => usageOf(container, subject)?.peakMemory ?? 0),
  );
  const newest = Math.min(
    ...killed.map(container => since(killOf(container)?.finishedAt, subject)),
  );
  const wellSince =
    killed.every(({ status }) => status?.ready) && newest > RECENT_MS;
  const when =
    killed.every(({ status }) => status?.ready) && Number.isFinite(newest)
      ? ` ${say`It was ended for that ${ago(newest)} and runs again.`}`
      : '';
  const seen = peak >= CLOSE * limit && peak <= limit * 1.02;
  return {
    cause: 'memory.limit-exceeded',
    role: 'cause',
    target: first.workload.target,
    confidence: wellSince ? 0.55 : 0.95,
    summary: `${
      seen
        ? say`${title} is running out of memory (${mebibytes(
            peak,
          )} of its ${mebibytes(limit)} limit).`
        : say`${title} is running out of memory: it wants more than its limit of ${mebibytes(
            limit,
          )}.`
    }${when}`,
    evidence: [
      ...(seen ? [usageEvidence(subject, group, peak, limit)] : []),
      ...killed.slice(0, SHOWN).map(killEvidence),
      ...(await logEvidence(subject, first)),
    ],
    ...moreMemory(subject, first, limit),
  };
}

function usageEvidence(
  subject: Subject,
  group: Container[],
  peak: number,
  limit: number,
): Evidence {
  const container = group.find(
    one => usageOf(one, subject)?.peakMemory === peak,
  )!;
  return evidence(
    `metrics.k8s.io ${podPath(container.pod)} containers[${
      container.spec.name
    }].usage.memory`,
    say`using ${mebibytes(peak, '')} of its ${mebibytes(limit, '')} limit`,
  );
}

function killEvidence(container: Container): Evidence {
  const { status, path } = container;
  const state = status?.state?.terminated ? 'state' : 'lastState';
  const { exitCode, finishedAt } = killOf(container)!;
  const restarts = status?.restartCount ?? 0;
  return evidence(
    `${path}.${state}`,
    `OOMKilled, exit code ${exitCode ?? 137}${
      finishedAt ? `, at ${finishedAt}` : ''
    }; ${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`,
  );
}

async function logEvidence(
  subject: Subject,
  container: Container,
): Promise<Evidence[]> {
  const lines = await subject.log(container);
  return lines
    .filter(({ text }) => SPEAKS_OF_MEMORY.test(text))
    .slice(-1)
    .map(({ text }) => evidence(logPath(container), text));
}

/** Without a limit of its own it was the machine that ran out. */
function ofTheNode({ title }: Subject, killed: Container[]): Found {
  const [{ pod, workload }] = killed;
  const node = pod.spec?.nodeName;
  return {
    cause: 'node.pressure',
    role: 'cause',
    target: node ? `Node//${node}` : workload.target,
    confidence: 0.6,
    summary: say`${title} was ended because the machine it ran on had no memory left; it has no limit of its own.`,
    evidence: killed.slice(0, SHOWN).map(killEvidence),
    ask: say`The platform team can say what else runs on that machine; a memory limit would keep it from happening unseen.`,
  };
}
