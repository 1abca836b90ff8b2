import { Classifier, OUT_OF_SCOPE } from '../classifier';
import { readMessage } from '../reading';
import type { KnownIntent, Vocabulary } from '../types';

/** How the classifier does on phrases that it was not trained on. */
export interface CrossValidation {
  phrases: number;
  /** Shares, 0 to 1. */
  accuracy: number;
  outOfScopeRecall: number;
  wronglyRefused: number;
  /** Logistic function from margin to the chance of being right. */
  calibration: { slope: number; offset: number };
}

interface Judged {
  margin: number;
  right: boolean;
  label: string;
  guess: string;
}

const FOLDS = 5;
const STEPS = 2000;
const RATE = 0.5;

/** The same fold for the same phrase each time. */
function foldOf(text: string): number {
  let hash = 7;
  for (const char of text) {
    hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  }
  return hash % FOLDS;
}

/** Fits a logistic function by gradient descent on the log loss. */
function calibrate(judged: Judged[]): CrossValidation['calibration'] {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { margin, right } of judged) {
      const chance = 1 / (1 + Math.exp(-(slope * margin + offset)));
      const error = Number(right) - chance;
      bySlope += error * margin;
      byOffset += error;
    }
    slope += (RATE * bySlope) / judged.length;
    offset += (RATE * byOffset) / judged.length;
  }
  return { slope, offset };
}

/**
 * Trains on four fifths of the phrases and judges the last one, five times.
 * Phrases are said in many voices and most only once, so this is harder than
 * what people write to a portal.
 */
export function crossValidate(
  intents: KnownIntent[],
  outOfScope: string[],
  vocabulary: Vocabulary,
): CrossValidation {
  const judged = Array.from({ length: FOLDS }, (_unused, fold) => {
    const others = (text: string) => foldOf(text) !== fold;
    const classifier = Classifier.train(
      intents.map(intent => ({
        ...intent,
        examples: intent.examples.filter(others),
      })),
      vocabulary,
      outOfScope.filter(others),
    );
    const judge = (label: string, text: string): Judged => {
      const { candidates, margin } = classifier.rank(
        readMessage({
          text,
          now: new Date(0),
          context: Classifier.exampleContext,
          vocabulary,
        }),
      );
      const guess = candidates[0].intent;
      return { margin, right: guess === label, label, guess };
    };
    return [
      ...intents.flatMap(({ name, examples }) =>
        examples.filter(text => !others(text)).map(text => judge(name, text)),
      ),
      ...outOfScope
        .filter(text => !others(text))
        .map(text => judge(OUT_OF_SCOPE, text)),
    ];
  }).flat();
  const part = (all: Judged[], which: (each: Judged) => boolean) =>
    all.filter(which).length / all.length;
  const inside = judged.filter(({ label }) => label !== OUT_OF_SCOPE);
  const outside = judged.filter(({ label }) => label === OUT_OF_SCOPE);
  return {
    phrases: judged.length,
    accuracy: part(judged, ({ right }) => right),
    outOfScopeRecall: part(outside, ({ right }) => right),
    wronglyRefused: part(inside, ({ guess }) => guess === OUT_OF_SCOPE),
    calibration: calibrate(judged),
  };
}
