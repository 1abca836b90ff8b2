import { joinPhrases, lexiconWords, meaningOf } from '../lexicon';
import { Spelling } from '../text';

/** A sparse vector: positions in ascending order and their weights. */
export interface Vector {
  index: Int32Array;
  value: Float64Array;
}

const WORDS = /c_[a-z]+|[\p{L}\p{N}']+/gu;
/** The share of the two kinds of features; found by trying. */
const WEIGHT = { word: 1, gram: 0.55 };

interface Terms {
  word: Map<string, number>;
  gram: Map<string, number>;
}

function count(map: Map<string, number>, term: string) {
  map.set(term, (map.get(term) ?? 0) + 1);
}

function termsOf(
  masked: string,
  correct: (word: string) => string | undefined,
): Terms {
  const word = new Map<string, number>();
  const gram = new Map<string, number>();
  const plain = joinPhrases(masked.replace(/'s\b/g, ' is'));
  const words = (plain.match(WORDS) ?? []).map(each => {
    const known = /^(?:c_|x)/.test(each) ? each : correct(each);
    if (known === undefined) {
      // Words that no phrase has are a sign of something else being meant.
      count(word, '?');
    }
    return known ?? each;
  });
  const meanings = words.flatMap(each => meaningOf(each) ?? []);
  meanings.forEach((each, position) => {
    count(word, each);
    if (position > 0) {
      count(word, `${meanings[position - 1]} ${each}`);
    }
    if (position > 1) {
      count(word, `${meanings[position - 2]} * ${each}`);
    }
  });
  words.forEach(each => count(word, `=${each}`));
  // How a sentence begins tells a question from a wish.
  count(word, `^${words.slice(0, 2).join(' ')}`);
  count(word, `^${words[0] ?? ''}`);
  count(word, `length ${Math.min(4, Math.ceil(words.length / 3))}`);
  for (const each of words.slice(0, 60)) {
    const padded = ` ${each.slice(0, 24)} `;
    for (let size = 3; size <= 4; size += 1) {
      for (let at = 0; at + size <= padded.length; at += 1) {
        count(gram, padded.slice(at, at + size));
      }
    }
  }
  return { word, gram };
}

/**
 * Words, pairs of words and n-grams of their letters, weighted by how rare
 * they are (TF-IDF, sublinear counts), each kind of length one.
 */
export class Features {
  private readonly positions = new Map<string, number>();
  private readonly rarity: number[] = [];
  private readonly spelling: Spelling;

  private constructor(vocabulary: Iterable<string>) {
    this.spelling = new Spelling(vocabulary);
  }

  /** Learns the terms of masked messages, and returns their vectors. */
  static learn(messages: string[]): { features: Features; vectors: Vector[] } {
    const seen = new Map<string, number>();
    for (const message of messages) {
      for (const word of message.match(WORDS) ?? []) {
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    // Words seen once may be the typos that phrases have on purpose.
    const trusted = [...seen]
      .filter(([, times]) => times > 1)
      .map(([word]) => word);
    const features = new Features([...trusted, ...lexiconWords]);
    const all = messages.map(message => features.terms(message));
    const frequency = new Map<string, number>();
    for (const { word, gram } of all) {
      for (const [kind, terms] of [
        ['w', word],
        ['g', gram],
      ] as const) {
        for (const term of terms.keys()) {
          const key = `${kind}${term}`;
          frequency.set(key, (frequency.get(key) ?? 0) + 1);
        }
      }
    }
    for (const [key, times] of frequency) {
      features.positions.set(key, features.rarity.length);
      features.rarity.push(Math.log((1 + messages.length) / (1 + times)) + 1);
    }
    return { features, vectors: all.map(terms => features.weigh(terms)) };
  }

  get size(): number {
    return this.rarity.length;
  }

  /** The vector of a masked message; unknown terms are left out. */
  vectorOf(masked: string): Vector {
    return this.weigh(this.terms(masked));
  }

  private terms(masked: string): Terms {
    return termsOf(masked, word => this.spelling.nearest(word));
  }

  private weigh({ word, gram }: Terms): Vector {
    const entries = [
      ...this.entries('w', word, WEIGHT.word),
      ...this.entries('g', gram, WEIGHT.gram),
    ].sort((a, b) => a[0] - b[0]);
    return {
      index: Int32Array.from(entries, ([position]) => position),
      value: Float64Array.from(entries, ([, weight]) => weight),
    };
  }

  private entries(
    kind: string,
    terms: Map<string, number>,
    share: number,
  ): Array<[number, number]> {
    const found: Array<[number, number]> = [];
    let square = 0;
    for (const [term, times] of terms) {
      const position = this.positions.get(`${kind}${term}`);
      if (position !== undefined) {
        const weight = (1 + Math.log(times)) * this.rarity[position];
        square += weight * weight;
        found.push([position, weight]);
      }
    }
    const length = Math.sqrt(square) || 1;
    return found.map(([position, weight]) => [
      position,
      (weight * share) / length,
    ]);
  }
}
