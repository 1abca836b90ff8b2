import { joinPhrases, lexiconWords, meaningOf } from '../lexicon';
import { Spelling } from '../text';

/** A sparse vector: positions, each once, and their weights. */
export interface Vector {
  index: Int32Array;
  value: Float64Array;
}

const WORDS = /c_[a-z]+|[\p{L}\p{N}']+/gu;
/** The share of the two kinds of features; found by trying. */
const WEIGHT = { word: 1, gram: 0.7 };
/** How many letters an n-gram has. */
const GRAM = 3;
/**
 * How many phrases must have a term. Letters of a single one say nothing about
 * any other; its words may be all that a small intent has.
 */
const FEWEST = { word: 1, gram: 2 };

type Counts = Map<string, number>;

/** What is written without its apostrophe. */
const FULL: Record<string, string> = {
  ...{ whats: 'what is', hows: 'how is', wheres: 'where is', whos: 'who is' },
  ...{ dont: "don't", cant: "can't", wont: "won't", doesnt: "doesn't" },
  ...{ isnt: "isn't", im: "i'm", ive: "i've", id: "i'd", lets: "let's" },
  ...{ gimme: 'give me', wanna: 'want to', gotta: 'have to', u: 'you' },
  ...{ n: 'and', ur: 'your', r: 'are', thats: 'that is', theres: 'there is' },
};
const SHORT = new RegExp(`\\b(?:${Object.keys(FULL).join('|')})\\b`, 'gu');

interface Terms {
  word: Counts;
  gram: Counts;
}

function count(map: Counts, term: string) {
  map.set(term, (map.get(term) ?? 0) + 1);
}

function gramsOf(words: string[]): Counts {
  const gram: Counts = new Map();
  for (const each of words.slice(0, 60)) {
    const padded = ` ${each.slice(0, 24)} `;
    for (let at = 0; at + GRAM <= padded.length; at += 1) {
      count(gram, padded.slice(at, at + GRAM));
    }
  }
  return gram;
}

function termsOf(
  masked: string,
  correct: (word: string) => string | undefined,
): Terms {
  const word: Counts = new Map();
  const unknown = new Set<number>();
  const words = joinPhrases(
    masked
      .replace(SHORT, said => FULL[said])
      .replace(/'s\b/g, ' is')
      .match(WORDS) ?? [],
  ).map((each, at) => {
    const known = /^(?:c_|x)/.test(each) ? each : correct(each);
    if (known === undefined) {
      // Words that no phrase has are a sign of something else being meant.
      unknown.add(at);
    }
    return known ?? each;
  });
  const meanings = words.flatMap((each, at) =>
    unknown.has(at) ? ['?'] : meaningOf(each) ?? [],
  );
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
  // What it is about and what is to happen may stand anywhere.
  const concepts = [...new Set(meanings)]
    .filter(each => /^(?:c_|x)/.test(each))
    .sort()
    .slice(0, 8);
  concepts.forEach((one, at) => {
    for (const other of concepts.slice(at + 1)) {
      count(word, `${one}+${other}`);
    }
  });
  // How a sentence begins tells a question from a wish.
  count(word, `^${words.slice(0, 2).join(' ')}`);
  count(word, `^${words[0] ?? ''}`);
  count(word, `length ${Math.min(4, Math.ceil(words.length / 3))}`);
  return { word, gram: gramsOf(words) };
}

/** The terms of a kind, with their positions in a vector and their rarity. */
class Vocabulary {
  private readonly positions = new Map<string, number>();
  private readonly rarity: number[] = [];

  constructor(
    messages: Counts[],
    fewest: number,
    /** Position of the first. */
    private readonly first: number,
  ) {
    const frequency: Counts = new Map();
    for (const terms of messages) {
      for (const term of terms.keys()) {
        count(frequency, term);
      }
    }
    for (const [term, times] of frequency) {
      if (times >= fewest) {
        this.positions.set(term, this.rarity.length);
        this.rarity.push(Math.log((1 + messages.length) / (1 + times)) + 1);
      }
    }
  }

  get size(): number {
    return this.rarity.length;
  }

  /** Adds positions and weights, together of length `share`, to a vector. */
  weigh(terms: Counts, share: number, index: number[], value: number[]): void {
    const from = value.length;
    let square = 0;
    for (const [term, times] of terms) {
      const position = this.positions.get(term);
      if (position !== undefined) {
        const rarity = this.rarity[position];
        const weight = times === 1 ? rarity : (1 + Math.log(times)) * rarity;
        square += weight * weight;
        index.push(this.first + position);
        value.push(weight);
      }
    }
    const scale = share / (Math.sqrt(square) || 1);
    for (let at = from; at < value.length; at += 1) {
      value[at] *= scale;
    }
  }
}

/**
 * Words, pairs of words and n-grams of their letters, weighted by how rare
 * they are (TF-IDF, sublinear counts), each kind of length one.
 */
export class Features {
  private constructor(
    private readonly spelling: Spelling,
    private readonly words: Vocabulary,
    private readonly grams: Vocabulary,
  ) {}

  /** Learns the terms of masked messages, and returns their vectors. */
  static learn(messages: string[]): { features: Features; vectors: Vector[] } {
    const seen: Counts = new Map();
    for (const message of messages) {
      for (const word of message.match(WORDS) ?? []) {
        count(seen, word);
      }
    }
    // Words seen once may be the typos that phrases have on purpose.
    const trusted = [...seen]
      .filter(([, times]) => times > 1)
      .map(([word]) => word);
    const spelling = new Spelling([...trusted, ...lexiconWords]);
    const all = messages.map(message =>
      termsOf(message, word => spelling.nearest(word)),
    );
    const words = new Vocabulary(
      all.map(({ word }) => word),
      FEWEST.word,
      0,
    );
    const grams = new Vocabulary(
      all.map(({ gram }) => gram),
      FEWEST.gram,
      words.size,
    );
    const features = new Features(spelling, words, grams);
    return { features, vectors: all.map(terms => features.weigh(terms)) };
  }

  get size(): number {
    return this.words.size + this.grams.size;
  }

  /** The vector of a masked message; unknown terms are left out. */
  vectorOf(masked: string): Vector {
    return this.weigh(termsOf(masked, word => this.spelling.nearest(word)));
  }

  private weigh({ word, gram }: Terms): Vector {
    const index: number[] = [];
    const value: number[] = [];
    this.words.weigh(word, WEIGHT.word, index, value);
    this.grams.weigh(gram, WEIGHT.gram, index, value);
    return { index: Int32Array.from(index), value: Float64Array.from(value) };
  }
}
