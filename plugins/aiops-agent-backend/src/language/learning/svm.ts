import type { Vector } from './features';

/** Cost of a wrong example, and most passes over all of them. */
const COST = 1;
const PASSES = 12;
/** A pass that moves no example further than this is the last. */
const SETTLED = 0.02;
/** An example this far on its side of the margin is not looked at again. */
const CLEAR = 0.5;

/** Numerical Recipes' generator: the same order, so the same model, each time. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One against the rest: a weight for each position, and the bias last. */
function separate(
  vectors: Vector[],
  squares: Float64Array,
  labels: Int8Array,
  costs: Float64Array,
  size: number,
): Float64Array {
  const weights = new Float64Array(size + 1);
  const alpha = new Float64Array(vectors.length);
  let order = Array.from(vectors, (_unused, i) => i);
  const random = lcg(42);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let furthest = 0;
    const open: number[] = [];
    for (const i of order) {
      const { index, value } = vectors[i];
      let score = weights[size];
      for (let k = 0; k < index.length; k += 1) {
        score += weights[index[k]] * value[k];
      }
      // Squared hinge loss adds 1 / 2C to the diagonal.
      const slack = 1 / (2 * costs[i]);
      const gradient = labels[i] * score - 1 + alpha[i] * slack;
      if (pass === 0 || alpha[i] > 0 || gradient < CLEAR) {
        open.push(i);
      }
      if (alpha[i] > 0 || gradient < 0) {
        const before = alpha[i];
        alpha[i] = Math.max(0, before - gradient / (squares[i] + slack));
        const step = (alpha[i] - before) * labels[i];
        furthest = Math.max(furthest, Math.abs(step));
        if (step !== 0) {
          for (let k = 0; k < index.length; k += 1) {
            weights[index[k]] += step * value[k];
          }
          weights[size] += step;
        }
      }
    }
    if (furthest < SETTLED) {
      break;
    }
    order = open;
  }
  return weights;
}

/**
 * A linear support vector machine of one class against the rest, trained by
 * dual coordinate descent (Hsieh et al., ICML 2008). Deterministic.
 */
export class LinearSvm {
  private constructor(
    readonly classes: string[],
    private readonly weights: Float64Array[],
    private readonly size: number,
  ) {}

  /** @param size - How many positions a vector has. */
  static train(vectors: Vector[], labels: string[], size: number): LinearSvm {
    const classes = [...new Set(labels)];
    const squares = Float64Array.from(vectors, ({ value }) =>
      value.reduce((sum, each) => sum + each * each, 1),
    );
    const weights = classes.map(name => {
      const mine = Int8Array.from(labels, label => (label === name ? 1 : -1));
      const positive = labels.filter(label => label === name).length;
      // Small classes count more, so that long lists don't drown them.
      const weight = Math.sqrt((labels.length - positive) / positive) / 2;
      const costs = Float64Array.from(mine, label =>
        label > 0 ? COST * Math.max(1, weight) : COST,
      );
      return separate(vectors, squares, mine, costs, size);
    });
    return new LinearSvm(classes, weights, size);
  }

  /** Each class with its score, the best first. */
  scores({ index, value }: Vector): Array<{ name: string; score: number }> {
    return this.classes
      .map((name, position) => {
        const weights = this.weights[position];
        let score = weights[this.size];
        for (let k = 0; k < index.length; k += 1) {
          score += weights[index[k]] * value[k];
        }
        return { name, score };
      })
      .sort((a, b) => b.score - a.score);
  }
}
