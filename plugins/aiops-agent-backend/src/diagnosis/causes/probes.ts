import type { ProbeObject } from '../../cluster/objects';
import { grouped, since } from '../containers';
import { eventEvidence, evidence, type Found } from '../found';
import type { Container, Subject } from '../subject';
import { lastWords } from './logSigns';
import {
  endedByProbe,
  probeFailures,
  type ProbeFailure,
  type ProbeKind,
} from './probeEvents';
import { phrase, say, sayAgain } from '../../words';

/** A program that has run for less may still be on its way. */
const WARMING_MS = 60_000;

type Fault = 'port' | 'path' | 'protocol' | 'timing';

const QUESTION: Record<ProbeKind, string> = {
  liveness: phrase`is restarted again and again`,
  readiness: phrase`gets no visitors`,
  startup: phrase`never counts as started`,
};

const WRONG: Record<Fault, string> = {
  port: phrase`its health check asks at a port where nothing listens`,
  path: phrase`its health check asks for a page that it does not have`,
  protocol: phrase`its health check and it do not speak the same protocol`,
  timing: phrase`its health check does not wait long enough for an answer`,
};

const ASK = phrase`Somebody who knows it can correct the health check in its manifest in Git.`;

/** Health checks that fail for their own sake, or that say the app is unwell. */
export async function probes(subject: Subject): Promise<Found[]> {
  const found = grouped(subject.containers).map(async group => {
    for (const container of group) {
      const failure = probeFailures(container, subject).find(one =>
        stillHolds(one, container, subject),
      );
      if (failure) {
        return await explain(subject, container, failure);
      }
    }
    return [];
  });
  return (await Promise.all(found)).flat();
}

function stillHolds(
  { probe }: ProbeFailure,
  container: Container,
  subject: Subject,
): boolean {
  const { status } = container;
  const running = status?.state?.running !== undefined;
  switch (probe) {
    case 'readiness':
      return running && !status?.ready;
    case 'startup':
      return (
        (running && status?.started !== true) ||
        endedByProbe(container, subject) !== undefined
      );
    default:
      return (
        endedByProbe(container, subject) !== undefined ||
        (running && !status?.ready)
      );
  }
}

async function explain(
  subject: Subject,
  container: Container,
  failure: ProbeFailure,
): Promise<Found[]> {
  const { probe, said, event } = failure;
  const { title } = subject;
  const { workload, spec } = container;
  const settings = spec[`${probe}Probe`]!;
  const base = {
    target: workload.target,
    evidence: [
      eventEvidence(event),
      evidence(
        `${workload.path} spec.template.spec.containers[${spec.name}].${probe}Probe`,
        describe(settings),
      ),
    ],
    ask: ASK,
  };
  const unwell = /statuscode: (5\d\d)/.exec(said);
  if (unwell && isWarming(container, subject)) {
    return [];
  }
  if (unwell) {
    return [
      {
        ...base,
        cause: 'app.error-logs',
        role: 'effect',
        confidence: 0.6,
        summary: say`${title} says itself that it is not well: it answers its health check with error ${unwell[1]}.`,
        evidence: [...base.evidence, ...(await lastWords(subject, container))],
        ask: say`Its log may say what it misses; somebody who knows it can look into that.`,
      },
    ];
  }
  const judged = judge(failure, container, subject);
  return judged
    ? [
        {
          ...base,
          cause: `probe.${probe}-${judged.fault}`,
          role: 'cause',
          confidence: judged.confidence,
          summary: say`${title} ${sayAgain(QUESTION[probe])} because ${sayAgain(
            WRONG[judged.fault],
          )}.`,
        },
      ]
    : [];
}

/** What is wrong with the question rather than with who is asked. */
function judge(
  { probe, said }: ProbeFailure,
  container: Container,
  subject: Subject,
): { fault: Fault; confidence: number } | undefined {
  const settings = container.spec[`${probe}Probe`]!;
  if (
    /HTTP response to HTTPS client|HTTP request to an? HTTPS server|malformed HTTP|first record does not look like a TLS|tls: |statuscode: 400/i.test(
      said,
    )
  ) {
    return { fault: 'protocol', confidence: 0.85 };
  }
  const refused = /connection refused|no route to host/i.test(said);
  if (refused && !isDeclared(settings, container)) {
    return { fault: 'port', confidence: 0.95 };
  }
  if (isWarming(container, subject)) {
    return undefined;
  }
  if (/statuscode: (404|405|410|401|403)/.test(said)) {
    return { fault: 'path', confidence: 0.9 };
  }
  if (refused) {
    return lifeOf(container, subject) < WARMING_MS
      ? { fault: 'timing', confidence: 0.6 }
      : { fault: 'port', confidence: 0.6 };
  }
  if (/deadline exceeded|timed? ?out|timeout/i.test(said)) {
    return { fault: 'timing', confidence: 0.75 };
  }
  if (settings.exec && /not found|no such file/i.test(said)) {
    return { fault: 'path', confidence: 0.7 };
  }
  return undefined;
}

/** It has only just begun, and what it answers now says little. */
function isWarming(container: Container, subject: Subject): boolean {
  return (
    !endedByProbe(container, subject) && lifeOf(container, subject) < WARMING_MS
  );
}

/** Milliseconds that the newest run has taken, or took before it was ended. */
function lifeOf(container: Container, subject: Subject): number {
  const { state, lastState } = container.status ?? {};
  const ended = lastState?.terminated;
  return ended && endedByProbe(container, subject)
    ? Date.parse(ended.finishedAt ?? '') - Date.parse(ended.startedAt ?? '')
    : since(state?.running?.startedAt, subject);
}

/** Does the container say that it listens where it is asked? */
function isDeclared(
  { httpGet, tcpSocket, grpc }: ProbeObject,
  { spec }: Container,
): boolean {
  const port = httpGet?.port ?? tcpSocket?.port ?? grpc?.port;
  const ports = spec.ports ?? [];
  return (
    ports.length === 0 ||
    ports.some(
      ({ name, containerPort }) =>
        name === port || containerPort === Number(port),
    )
  );
}

function describe(probe: ProbeObject): string {
  const { periodSeconds, timeoutSeconds, failureThreshold } = probe;
  return `${questionOf(probe)}, every ${periodSeconds ?? 10} s, waits ${
    timeoutSeconds ?? 1
  } s, after ${probe.initialDelaySeconds ?? 0} s, ${
    failureThreshold ?? 3
  } failures allowed`;
}

function questionOf({ httpGet, tcpSocket, grpc }: ProbeObject): string {
  if (httpGet) {
    const { scheme = 'HTTP', path = '/', port } = httpGet;
    return `${scheme.toLowerCase()} get ${path} at port ${port}`;
  }
  if (tcpSocket) {
    return `connect to port ${tcpSocket.port}`;
  }
  return grpc ? `grpc at port ${grpc.port}` : 'a command';
}
