import type { LabelledRecord } from './records';
import type { PredictedTurn, Prediction } from './predict';

/** A turn that was understood otherwise than its label says. */
export interface Miss {
  id: string;
  text: string;
  kind: 'intent' | 'params';
  expected: { intent: string; params: Record<string, unknown> };
  actual: { intent: string; params: Record<string, unknown> };
  confidence: number;
}

/** Shares are 0 to 1. */
export interface Score {
  turns: number;
  intent: number;
  /** Intent and all parameters as labelled, and no others. */
  exact: number;
  slots: { precision: number; recall: number; f1: number };
  outOfScope: { precision: number; recall: number };
  /** In-scope messages that were refused. */
  wronglyRefused: number;
  /** Turns of conversations with the expected state after them. */
  dialogueTurns: number;
  /** Turns that were acted upon without asking back, and how many were right. */
  coverage: number;
  rightWhenActing: number;
  /** Milliseconds. */
  latency: { p50: number; p95: number; p99: number };
  /** Share of right ones, the worst first; those that are all right left out. */
  worst: Array<{ intent: string; right: number; turns: number }>;
  misses: Miss[];
}

const OUT_OF_SCOPE = 'out_of_scope';

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** 'P2W' and 'P14D' are the same length of time; a `v` says nothing. */
function normal(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : undefined;
  const weeks = text?.match(/^P(\d+)W$/);
  if (weeks) {
    return JSON.stringify(`P${Number(weeks[1]) * 7}D`);
  }
  return JSON.stringify(
    name === 'version' || name === 'to' ? text?.replace(/^v(?=\d)/, '') : value,
  );
}

interface Turn {
  id: string;
  single: boolean;
  text: string;
  expected: Miss['expected'];
  actual: PredictedTurn;
  /** Names of the parameters of both, and those of them that differ. */
  names: string[];
  wrong: string[];
  intentRight: boolean;
}

function turnsOf(records: LabelledRecord[], predictions: Prediction[]): Turn[] {
  return records.flatMap(({ id, single, turns }, index) =>
    turns.map(({ text, expect: expected }, position) => {
      const actual = predictions[index].turns[position];
      const names = [
        ...new Set([
          ...Object.keys(expected.params),
          ...Object.keys(actual.params),
        ]),
      ];
      return {
        id,
        single,
        text,
        expected,
        actual,
        names,
        wrong: names.filter(
          name =>
            normal(name, expected.params[name]) !==
            normal(name, actual.params[name]),
        ),
        intentRight: actual.intent === expected.intent,
      };
    }),
  );
}

const isRight = ({ intentRight, wrong }: Turn) =>
  intentRight && wrong.length === 0;

function worstOf(turns: Turn[]): Score['worst'] {
  const byIntent = new Map<string, Turn[]>();
  for (const turn of turns) {
    const { intent } = turn.expected;
    byIntent.set(intent, [...(byIntent.get(intent) ?? []), turn]);
  }
  return Array.from(byIntent, ([intent, all]) => ({
    intent,
    right: all.filter(isRight).length / all.length,
    turns: all.length,
  }))
    .filter(({ right }) => right < 1)
    .sort((a, b) => a.right - b.right);
}

function latencyOf(turns: Turn[]): Score['latency'] {
  const times = turns
    .map(({ actual }) => actual.milliseconds)
    .sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Compares what an engine predicted with the labels. */
export function scoreOf(
  records: LabelledRecord[],
  predictions: Prediction[],
): Score {
  const turns = turnsOf(records, predictions);
  const part = (of: Turn[], which: (turn: Turn) => boolean) =>
    share(of.filter(which).length, of.length);
  const count = (value: (turn: Turn) => number) =>
    turns.reduce((sum, turn) => sum + value(turn), 0);
  const said = count(({ actual }) => Object.keys(actual.params).length);
  const labelled = count(({ expected }) => Object.keys(expected.params).length);
  const right = count(({ names, wrong }) => names.length - wrong.length);
  const outside = turns.filter(
    ({ expected }) => expected.intent === OUT_OF_SCOPE,
  );
  const inside = turns.filter(
    ({ expected }) => expected.intent !== OUT_OF_SCOPE,
  );
  const refused = (turn: Turn) => turn.actual.intent === OUT_OF_SCOPE;
  const acting = turns.filter(({ actual }) => actual.acts);
  return {
    turns: turns.length,
    intent: part(turns, ({ intentRight }) => intentRight),
    exact: part(turns, isRight),
    slots: {
      precision: share(right, said),
      recall: share(right, labelled),
      f1: share(2 * right, said + labelled),
    },
    outOfScope: {
      precision: part(
        turns.filter(refused),
        ({ expected }) => expected.intent === OUT_OF_SCOPE,
      ),
      recall: part(outside, refused),
    },
    wronglyRefused: inside.length === 0 ? 0 : part(inside, refused),
    dialogueTurns: part(
      turns.filter(({ single }) => !single),
      isRight,
    ),
    coverage: share(acting.length, turns.length),
    rightWhenActing: part(acting, ({ intentRight }) => intentRight),
    latency: latencyOf(turns),
    worst: worstOf(turns),
    misses: turns
      .filter(turn => !isRight(turn))
      .map(turn => ({
        id: turn.id,
        text: turn.text,
        kind: turn.intentRight ? 'params' : 'intent',
        expected: turn.expected,
        actual: { intent: turn.actual.intent, params: turn.actual.params },
        confidence: turn.actual.confidence,
      })),
  };
}
