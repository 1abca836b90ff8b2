import type { EventObject } from '../../cluster/objects';
import { since } from '../containers';
import type { Container, Subject } from '../subject';

/** The three questions that a node asks a container. */
export type ProbeKind = 'liveness' | 'readiness' | 'startup';

const UNHEALTHY =
  /^(Liveness|Readiness|Startup) probe (?:failed|errored)[^:]*: ?([\s\S]*)$/;
/** A kill is told within this time of the end that it brought. */
const TOGETHER_MS = 90_000;
/** What failed a while ago and not since is over. */
const FRESH_MS = 10 * 60_000;

/** A failed probe as an event tells it. */
export interface ProbeFailure {
  probe: ProbeKind;
  /** What the node says of it: `HTTP probe failed with statuscode: 404`. */
  said: string;
  event: EventObject;
}

/**
 * Probes of a container that failed of late, newest first. Events name no
 * container, so in a pod of several only those count whose probe it has.
 */
export function probeFailures(
  { pod, spec }: Container,
  subject: Subject,
): ProbeFailure[] {
  return subject.source
    .eventsAbout(pod)
    .filter(
      ({ reason, lastTimestamp }) =>
        reason === 'Unhealthy' && since(lastTimestamp, subject) < FRESH_MS,
    )
    .flatMap(event => {
      const match = UNHEALTHY.exec(event.message ?? '');
      const probe = match?.[1].toLowerCase() as ProbeKind | undefined;
      return probe && spec[`${probe}Probe`]
        ? [{ probe, said: match?.[2] ?? '', event }]
        : [];
    })
    .reverse();
}

/** The event that says that a probe had this container ended. */
export function endedByProbe(
  { pod, spec, status }: Container,
  { source }: Subject,
): EventObject | undefined {
  const ended = status?.lastState?.terminated ?? status?.state?.terminated;
  return source
    .eventsAbout(pod)
    .findLast(
      ({ reason, message = '', lastTimestamp }) =>
        reason === 'Killing' &&
        /failed (liveness|startup) probe/.test(message) &&
        message.includes(spec.name) &&
        ended?.exitCode !== undefined &&
        Math.abs(
          Date.parse(lastTimestamp ?? '') - Date.parse(ended.finishedAt ?? ''),
        ) < TOGETHER_MS,
    );
}
