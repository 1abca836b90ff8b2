import { answerTime, type Programs } from '../programs';
import type { KubeObject } from '../types';
import { hashFraction } from '../values/random';
import { LOG_FAMILIES, requestLine, type LogFamily } from './families';
import { taskLines } from './tasks';

/** A line and when it was written. */
export interface LogLine {
  at: Date;
  text: string;
}

/** Lines beyond this are as good as rotated away. */
const MOST_LINES = 5_000;
const BEGIN_STEP_MS = 40;
/** Whoever ends so much later than the fault takes was well before. */
const LATE_MS = 10_000;

/** When a container run began and, unless it still runs, ended. */
export interface ContainerSpan {
  startedAt: Date;
  finishedAt?: Date;
  restart: number;
  failed: boolean;
}

/** The run of a container that `logs` or `logs --previous` speaks of; undefined when there was none. */
export function containerSpan(
  pod: KubeObject,
  name: string,
  previous: boolean,
): ContainerSpan | undefined {
  const status = [
    ...(pod.status?.containerStatuses ?? []),
    ...(pod.status?.initContainerStatuses ?? []),
  ].find((one: any) => one.name === name);
  const current = status?.state?.running ?? status?.state?.terminated;
  const last = status?.lastState?.terminated;
  // While it waits to be started again, the log is that of the last run.
  const run = previous ? last : current ?? last;
  if (!run) {
    return undefined;
  }
  const isLast = run === last;
  return {
    startedAt: new Date(run.startedAt),
    finishedAt: run.finishedAt ? new Date(run.finishedAt) : undefined,
    restart: status.restartCount - (isLast && current ? 1 : 0),
    failed: (run.exitCode ?? 0) !== 0,
  };
}

/** The lines of a run up to `until`, oldest first: the same ones each time they are asked for. */
export function containerLog(
  pod: KubeObject,
  container: any,
  span: ContainerSpan,
  { programs, until }: { programs: Programs; until: Date },
): LogLine[] {
  const family = LOG_FAMILIES.find(one => one.images.test(container.image))!;
  const fault = programs.faultOf(pod, container);
  const started = span.startedAt.getTime();
  const end = Math.min(span.finishedAt?.getTime() ?? Infinity, until.getTime());
  const exit = fault?.exit;
  // One that falls ill after it has run for a while says so at its end.
  const lateWords =
    exit && end - started > exit.afterMs + LATE_MS ? fault.log ?? [] : [];
  const said = lateWords.length ? [] : fault?.log ?? [];
  const ends = family.name === 'generic' && pod.spec.restartPolicy !== 'Always';
  const usual = ends ? taskLines(container, Boolean(fault)) : family.begin;
  const begin = exit?.unready && said.length ? 1 : usual.length;
  const lines: LogLine[] = [...usual.slice(0, begin), ...said].map(
    (text, index) => ({
      at: new Date(
        span.finishedAt
          ? Math.min(started + index * BEGIN_STEP_MS, end)
          : started + index * BEGIN_STEP_MS,
      ),
      text,
    }),
  );
  const step = family.everySeconds * 1000;
  const count = Math.max(0, Math.floor((end - started) / step));
  const first = Math.max(1, count - MOST_LINES);
  const complainsFrom = fault?.lines && unreadySince(pod);
  for (let index = first; index <= count; index++) {
    const seed = `${pod.metadata.uid}/${container.name}/${span.restart}/${index}`;
    const at = new Date(started + index * step);
    lines.push({
      at,
      text:
        complainsFrom && at >= complainsFrom
          ? fault.lines![index % fault.lines!.length]
          : routineLine(
              family,
              seed,
              at,
              programs.pressureOn(pod, container, at),
            ),
    });
  }
  if (span.finishedAt) {
    lateWords.forEach((text, index) =>
      lines.push({
        at: new Date(end - (lateWords.length - index) * BEGIN_STEP_MS),
        text,
      }),
    );
  }
  return lines.filter(line => line.at <= until);
}

/** What it says when all is well, or when it is busy. */
function routineLine(
  family: LogFamily,
  seed: string,
  at: Date,
  pressure: number | undefined,
): string {
  const chance = hashFraction(seed);
  return pressure === undefined
    ? family.routine(at, chance)
    : requestLine(chance, answerTime(pressure, hashFraction(`${seed}/time`)));
}

function unreadySince(pod: KubeObject): Date | undefined {
  const ready = pod.status?.conditions?.find(
    (one: any) => one.type === 'Ready',
  );
  return ready?.status === 'False'
    ? new Date(ready.lastTransitionTime)
    : undefined;
}
