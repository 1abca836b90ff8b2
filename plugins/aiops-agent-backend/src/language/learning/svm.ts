import type { Vector } from './features';

/** Cost of a wrong example, and most passes over all of them. */
const COST = 0.5;
const PASSES = 3;
/** A pass that moves no example further than this is the last. */
const SETTLED = 0.02;

/** How far beyond its margin an example needs no second look. */
const FAR = 0.1;

/** Numerical Recipes' generator: the same order, so the same model, each time. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const moved = order[i];
    order[i] = order[j];
    order[j] = moved;
  }
}

/**
 * Linear support vector machines of each class against the rest, trained by
 * dual coordinate descent (Hsieh et al., ICML 2008), all at once: the weights of
 * a position lie side by side, so that one walk over a vector serves every
 * class. Deterministic.
 */
export class LinearSvm {
  private readonly weights: Float32Array;
  /** Positions of all classes. */
  private readonly every: Int32Array;

  private constructor(
    readonly classes: string[],
    /** How many positions a vector has. */
    private readonly size: number,
  ) {
    this.weights = new Float32Array((size + 1) * classes.length);
    this.every = Int32Array.from(classes, (_unused, position) => position);
  }

  /** @param size - How many positions a vector has. */
  static train(vectors: Vector[], labels: string[], size: number): LinearSvm {
    const svm = new LinearSvm([...new Set(labels)], size);
    svm.fit(vectors, labels);
    return svm;
  }

  /** Each class with its score, the best first. */
  scores(vector: Vector): Array<{ name: string; score: number }> {
    const scores = new Float64Array(this.classes.length);
    this.score(vector, this.every, scores);
    return this.classes
      .map((name, position) => ({ name, score: scores[position] }))
      .sort((a, b) => b.score - a.score);
  }

  /** Fills in the scores of some classes, in their order. */
  private score(
    { index, value }: Vector,
    some: Int32Array,
    scores: Float64Array,
  ): void {
    const { weights, size } = this;
    const count = this.classes.length;
    const bias = size * count;
    for (let n = 0; n < some.length; n += 1) {
      scores[n] = weights[bias + some[n]];
    }
    for (let k = 0; k < index.length; k += 1) {
      const row = index[k] * count;
      const factor = value[k];
      for (let n = 0; n < some.length; n += 1) {
        scores[n] += factor * weights[row + some[n]];
      }
    }
  }

  private fit(vectors: Vector[], labels: string[]): void {
    const count = this.classes.length;
    const own = Int32Array.from(labels, label => this.classes.indexOf(label));
    const sizes = new Float64Array(count);
    own.forEach(position => {
      sizes[position] += 1;
    });
    // Small classes count more, so that long lists don't drown them.
    const costs = sizes.map(
      positive =>
        COST *
        Math.max(1, Math.sqrt((vectors.length - positive) / positive) / 2),
    );
    const squares = vectors.map(({ value }) =>
      value.reduce((sum, each) => sum + each * each, 1),
    );
    const alpha = new Float64Array(vectors.length * count);
    const scores = new Float64Array(count);
    const order = Int32Array.from(vectors, (_unused, i) => i);
    // Classes that an example is far from aren't looked at again (shrinking).
    const near = vectors.map(() => this.every);
    const random = lcg(42);
    for (let pass = 0; pass < PASSES; pass += 1) {
      shuffle(order, random);
      let furthest = 0;
      for (const i of order) {
        const some = near[i];
        this.score(vectors[i], some, scores);
        let moved = 0;
        let kept = 0;
        const left = new Int32Array(some.length);
        for (let n = 0; n < some.length; n += 1) {
          const c = some[n];
          const mine = c === own[i];
          const label = mine ? 1 : -1;
          // Squared hinge loss adds 1 / 2C to the diagonal.
          const slack = 1 / (2 * (mine ? costs[c] : COST));
          const at = i * count + c;
          const gradient = label * scores[n] - 1 + alpha[at] * slack;
          const before = alpha[at];
          const after = Math.max(0, before - gradient / (squares[i] + slack));
          alpha[at] = after;
          scores[n] = (after - before) * label;
          moved = Math.max(moved, Math.abs(after - before));
          if (after > 0 || gradient < FAR) {
            left[kept] = c;
            kept += 1;
          }
        }
        if (moved > 0) {
          this.move(vectors[i], some, scores);
        }
        near[i] = left.subarray(0, kept);
        furthest = Math.max(furthest, moved);
      }
      if (furthest < SETTLED) {
        break;
      }
    }
  }

  /** Moves the weights of some classes by their steps along a vector. */
  private move(
    { index, value }: Vector,
    some: Int32Array,
    steps: Float64Array,
  ): void {
    const { weights, size } = this;
    const count = this.classes.length;
    const bias = size * count;
    for (let n = 0; n < some.length; n += 1) {
      const step = steps[n];
      if (step !== 0) {
        weights[bias + some[n]] += step;
        for (let k = 0; k < index.length; k += 1) {
          weights[index[k] * count + some[n]] += value[k] * step;
        }
      }
    }
  }
}
