import type { Score } from './score';

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const ms = (value: number) => `${value.toFixed(2)} ms`;

const said = ({ intent, params }: { intent: string; params: object }) =>
  `${intent} ${JSON.stringify(params)}`;

/**
 * A score for people to read.
 *
 * @param errors - False leaves the single errors out, as one must with messages
 * that are kept apart for the last judgement.
 */
export function reportOf(score: Score, errors: boolean): string {
  const { slots, outOfScope, latency, worst, misses } = score;
  const rows: Array<[string, string]> = [
    ['messages and turns', String(score.turns)],
    ['intent accuracy', percent(score.intent)],
    ['exact match', percent(score.exact)],
    ['slot precision', percent(slots.precision)],
    ['slot recall', percent(slots.recall)],
    ['slot F1', percent(slots.f1)],
    ['out-of-scope precision', percent(outOfScope.precision)],
    ['out-of-scope recall', percent(outOfScope.recall)],
    ['good messages refused', percent(score.wronglyRefused)],
    ['turns of dialogues right', percent(score.dialogueTurns)],
    ['acted without asking back', percent(score.coverage)],
    ['right when acting', percent(score.rightWhenActing)],
    ['latency p50', ms(latency.p50)],
    ['latency p95', ms(latency.p95)],
    ['latency p99', ms(latency.p99)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    ...rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`),
    ...(worst.length > 0 ? ['', 'Worst intents'] : []),
    ...worst
      .slice(0, 10)
      .map(
        ({ intent, right, turns }) =>
          `  ${intent}: ${percent(right)} of ${turns}`,
      ),
    ...(errors && misses.length > 0 ? ['', 'Errors'] : []),
    ...(errors ? misses : []).map(
      ({ id, text, expected, actual, confidence }) =>
        `  ${id} "${text}"\n    expected ${said(expected)}\n    got      ${said(
          actual,
        )} (${confidence.toFixed(2)})`,
    ),
  ].join('\n');
}
