import type { TerminatedState } from '../../cluster/objects';
import { ago } from '../amounts';
import { grouped, since } from '../containers';
import {
  eventEvidence,
  evidence,
  SHOWN,
  type Evidence,
  type Found,
} from '../found';
import type { Container, Subject } from '../subject';
import { lastWords, logSign } from './logSigns';
import { killOf } from './memory';
import { endedByProbe } from './probeEvents';
import { phrase, say, sayAgain } from '../../words';

/** A restart before this, with all well since, is history. */
const RECENT_MS = 3_600_000;

const NOT_FOUND =
  /executable file not found|no such file or directory|not found in \$PATH/i;
const DENIED = /permission denied/i;
const WRONG_PLATFORM = /exec format error/i;

const VERSION = phrase`Whoever made its newest version can mend it, or put the version before back.`;

/** Containers that end although they should go on. */
export async function crash(subject: Subject): Promise<Found[]> {
  const found = grouped(subject.containers).map(async group => {
    const crashed = group.filter(container => isCrash(container, subject));
    const [first] = crashed;
    return first ? [await explain(subject, first, crashed)] : [];
  });
  return (await Promise.all(found)).flat();
}

function isCrash(container: Container, subject: Subject): boolean {
  const ended = endOf(container);
  const { status, init } = container;
  if (!ended || killOf(container) || endedByProbe(container, subject)) {
    return false;
  }
  const failed = ended.exitCode !== 0;
  if (status?.state?.waiting?.reason === 'CrashLoopBackOff') {
    return true;
  }
  if (cannotStart(container) || status?.state?.terminated) {
    return failed;
  }
  // It runs again: a sign of something only when it is fresh. 143 is what a
  // program answers that was asked to end, as when its machine is emptied.
  return (
    !init &&
    failed &&
    ended.exitCode !== 143 &&
    (!status?.ready || since(ended.finishedAt, subject) < RECENT_MS)
  );
}

/** The run that failed: this one, or the one before. */
function endOf({ status }: Container): TerminatedState | undefined {
  const { state, lastState } = status ?? {};
  if (state?.terminated) {
    return state.terminated;
  }
  const refused = startRefusal(state?.waiting);
  return refused ?? lastState?.terminated;
}

/** A container that its node can't even start has no run that ended. */
function startRefusal(waiting?: {
  reason?: string;
  message?: string;
}): TerminatedState | undefined {
  return waiting?.reason === 'RunContainerError' ||
    waiting?.reason === 'CreateContainerError'
    ? { reason: waiting.reason, message: waiting.message, exitCode: 128 }
    : undefined;
}

function cannotStart({ status }: Container): boolean {
  return startRefusal(status?.state?.waiting) !== undefined;
}

async function explain(
  subject: Subject,
  container: Container,
  crashed: Container[],
): Promise<Found> {
  const { title } = subject;
  const ended = endOf(container)!;
  const { status, workload, init } = container;
  const base = {
    role: 'effect' as const,
    target: workload.target,
    evidence: [
      ...crashed.slice(0, SHOWN).map(endEvidence),
      ...backOffEvidence(container, subject),
    ],
  };
  const refused = refusal(ended);
  if (refused) {
    return {
      ...base,
      ...refused,
      role: 'cause',
      summary: say`${title} cannot start: it ${refused.summary}.`,
      ask: VERSION,
    };
  }
  const told = await logSign(subject, container);
  const again = status?.state?.running !== undefined && status.ready === true;
  if (told && !init && !again) {
    const { sign, line, setting } = told;
    return {
      ...base,
      cause: sign.cause,
      role: sign.confidence > 0.6 ? 'cause' : 'effect',
      confidence: sign.confidence,
      summary: setting
        ? say`${title} keeps stopping because its setting ${setting} is missing or wrong.`
        : say`${title} keeps stopping because it ${sayAgain(sign.words)}.`,
      evidence: [line, ...base.evidence],
      ask: sign.ask,
    };
  }
  const words = told ? [told.line] : await lastWords(subject, container);
  if (init) {
    return {
      ...base,
      cause: 'crash.init-container',
      role: 'cause',
      confidence: 0.9,
      summary: told
        ? say`${title} cannot start: the step "${
            container.spec.name
          }" that comes first ends with an error, since it ${sayAgain(
            told.sign.words,
          )}.`
        : say`${title} cannot start: the step "${container.spec.name}" that comes first ends with an error.`,
      evidence: [...base.evidence, ...words],
      ask: told?.sign.ask ?? VERSION,
    };
  }
  return {
    ...base,
    cause: 'crash.exit-error',
    confidence: again ? 0.55 : 0.85,
    summary: again
      ? say`${title} stopped with an error ${ago(
          since(ended.finishedAt, subject),
        )} and runs again.`
      : howItEnds(title, ended),
    evidence: [...words, ...base.evidence],
    ask: VERSION,
  };
}

function howItEnds(title: string, { exitCode }: TerminatedState): string {
  switch (exitCode) {
    case 0:
      return say`${title} keeps ending by itself, without an error, although it should go on.`;
    case 137:
      return say`${title} keeps being ended from outside (exit code 137).`;
    case 139:
      return say`${title} keeps crashing hard: it touches memory that is not its own (exit code 139).`;
    default:
      return say`${title} keeps stopping with an error (exit code ${exitCode}).`;
  }
}

/** What the node says when it can't start the program at all. */
function refusal(
  ended: TerminatedState,
): Pick<Found, 'cause' | 'confidence' | 'summary'> | undefined {
  const { exitCode, message = '' } = ended;
  if (WRONG_PLATFORM.test(message)) {
    return {
      cause: 'image.wrong-platform',
      confidence: 0.95,
      summary: say`was built for another kind of processor than its machine has`,
    };
  }
  if (DENIED.test(message) || exitCode === 126) {
    return {
      cause: 'crash.permission',
      confidence: 0.9,
      summary: say`may not run the program that it is told to start`,
    };
  }
  if (NOT_FOUND.test(message) || exitCode === 127) {
    return {
      cause: 'crash.command-not-found',
      confidence: NOT_FOUND.test(message) ? 0.95 : 0.85,
      summary: say`is told to start a program that its image does not have`,
    };
  }
  return undefined;
}

function endEvidence(container: Container): Evidence {
  const { path, status } = container;
  const { exitCode, reason, message, finishedAt } = endOf(container)!;
  const restarts = status?.restartCount ?? 0;
  return evidence(
    `${path}.${stateOf(container)}`,
    [
      cannotStart(container)
        ? reason ?? 'not started'
        : `${reason ?? 'ended'}, exit code ${exitCode}`,
      ...(finishedAt ? [`at ${finishedAt}`] : []),
      ...(message ? [message.trim()] : []),
      `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`,
    ].join('; '),
  );
}

function stateOf({ status }: Container): string {
  if (status?.state?.terminated) {
    return 'state.terminated';
  }
  return startRefusal(status?.state?.waiting)
    ? 'state.waiting'
    : 'lastState.terminated';
}

function backOffEvidence(
  { pod, status, spec }: Container,
  { source }: Subject,
): Evidence[] {
  return status?.state?.waiting?.reason === 'CrashLoopBackOff'
    ? source
        .eventsAbout(pod)
        .filter(
          ({ reason, message }) =>
            reason === 'BackOff' && message?.includes(spec.name),
        )
        .slice(-1)
        .map(eventEvidence)
    : [];
}
