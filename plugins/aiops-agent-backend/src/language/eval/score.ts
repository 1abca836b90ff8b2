import type {
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { UnderstandingEngine } from '@aiops-portal/plugin-aiops-agent-node';
import type { LabelledRecord } from './records';

/** What must be known before a plan can be made. */
const NEEDED: Record<string, string[]> = {
  create_environment: ['tier'],
  deploy_application: ['app'],
  deploy_database: ['engine', 'environment'],
  deploy_cache: ['environment'],
};

/** A turn that was understood otherwise than its label says. */
export interface Miss {
  id: string;
  text: string;
  kind: 'intent' | 'params';
  expected: { intent: string; params: Record<string, unknown> };
  actual: { intent: string | null; params: Record<string, unknown> };
  confidence: number;
}

/** Shares are 0 to 1. */
export interface Score {
  turns: number;
  intent: number;
  params: number;
  /** F1 of single parameters. */
  slots: number;
  outOfScopeRecall: number;
  /** In-scope messages that were refused. */
  wronglyRefused: number;
  /** Turns that were acted upon without asking back, and how many were right. */
  coverage: number;
  rightWhenActing: number;
  /** Milliseconds. */
  p95: number;
  misses: Miss[];
}

/** 'P2W' and 'P14D' are the same length of time. */
function normal(value: unknown): string {
  const weeks = typeof value === 'string' ? value.match(/^P(\d+)W$/) : null;
  return JSON.stringify(weeks ? `P${Number(weeks[1]) * 7}D` : value);
}

interface State {
  pending?: Pending;
}

/** The conversation after a turn: what is pending, or the act. */
function advance(state: State, { intent, params, commands }: Understanding) {
  let actual: Miss['actual'] = { intent, params };
  for (const { command, intent: named, params: given = {} } of commands) {
    if (command === 'start' && named) {
      const needed = NEEDED[named];
      if (needed) {
        state.pending = pendingOf(named, given, needed);
      }
    } else if (
      (command === 'provide' || command === 'correct') &&
      state.pending
    ) {
      const { pending } = state;
      const merged = { ...pending.params, ...given };
      state.pending = pendingOf(
        pending.intent,
        merged,
        NEEDED[pending.intent] ?? [],
      );
      if (intent !== 'confirm') {
        actual = { intent: pending.intent, params: merged };
      }
    }
  }
  return actual;
}

function pendingOf(
  intent: string,
  params: Record<string, unknown>,
  needed: string[],
): Pending {
  const missing = needed.filter(name => params[name] === undefined);
  return { intent, params, missing, plan: missing.length === 0 };
}

/** Scores an engine on labelled messages. */
export async function scoreEngine(
  engine: UnderstandingEngine,
  records: LabelledRecord[],
): Promise<Score> {
  const misses: Miss[] = [];
  const times: number[] = [];
  const sum = { turns: 0, intent: 0, params: 0, acted: 0, actedRight: 0 };
  const slot = { right: 0, said: 0, expected: 0 };
  const scope = { out: 0, outFound: 0, in: 0, refused: 0 };
  for (const { id, now, context, turns } of records) {
    const state: State = {};
    for (const { text, expect } of turns) {
      const started = performance.now();
      const understood = await engine.understand({
        text,
        now: new Date(now),
        context,
        pending: state.pending,
      });
      times.push(performance.now() - started);
      if (!understood) {
        throw new Error(`The engine has nothing to say to "${text}"`);
      }
      const actual = advance(state, understood);
      const keys = new Set([
        ...Object.keys(expect.params),
        ...Object.keys(actual.params),
      ]);
      const wrong = [...keys].filter(
        key => normal(expect.params[key]) !== normal(actual.params[key]),
      );
      const intentRight = actual.intent === expect.intent;
      const right = intentRight && wrong.length === 0;
      const acted = understood.commands.every(
        ({ command }) => command !== 'clarify',
      );
      sum.turns += 1;
      sum.intent += Number(intentRight);
      sum.params += Number(right);
      sum.acted += Number(acted);
      sum.actedRight += Number(acted && intentRight);
      slot.said += Object.keys(actual.params).length;
      slot.expected += Object.keys(expect.params).length;
      slot.right += keys.size - wrong.length;
      const isOut = expect.intent === 'out_of_scope';
      scope[isOut ? 'out' : 'in'] += 1;
      scope[isOut ? 'outFound' : 'refused'] += Number(
        actual.intent === 'out_of_scope',
      );
      if (!right) {
        misses.push({
          id,
          text,
          kind: intentRight ? 'params' : 'intent',
          expected: expect,
          actual,
          confidence: understood.confidence,
        });
      }
    }
  }
  const share = (part: number, whole: number) =>
    whole === 0 ? 1 : part / whole;
  times.sort((a, b) => a - b);
  return {
    turns: sum.turns,
    intent: share(sum.intent, sum.turns),
    params: share(sum.params, sum.turns),
    slots: share(2 * slot.right, slot.said + slot.expected),
    outOfScopeRecall: share(scope.outFound, scope.out),
    wronglyRefused: scope.in === 0 ? 0 : scope.refused / scope.in,
    coverage: share(sum.acted, sum.turns),
    rightWhenActing: share(sum.actedRight, sum.acted),
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    misses,
  };
}
