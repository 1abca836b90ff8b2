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

/** What is written without its apostrophe. */
const FULL: Record<string, string> = {
  ...{ whats: 'what is', hows: 'how is', wheres: 'where is', whos: 'who is' },
  ...{ dont: "don't", cant: "can't", wont: "won't", doesnt: "doesn't" },
  ...{ isnt: "isn't", im: "i'm", ive: "i've", id: "i'd", lets: "let's" },
  ...{ gimme: 'give me', wanna: 'want to', gotta: 'have to', u: 'you' },
  ...{ n: 'and', ur: 'your', r: 'are', thats: 'that is', theres: 'there is' },
};
const SHORT = new RegExp(`\\b(?:${Object.keys(FULL).join('|')})\\b`, 'gu');

/** What a message consists of, in any order; what is said twice is there twice. */
interface Terms {
  word: string[];
  gram: string[];
}

function gramsOf(words: string[]): string[] {
  const gram: string[] = [];
  for (const each of words.slice(0, 60)) {
    const padded = ` ${each.slice(0, 24)} `;
    for (let at = 0; at + GRAM <= padded.length; at += 1) {
      gram.push(padded.slice(at, at + GRAM));
    }
  }
  return gram;
}

function termsOf(
  masked: string,
  correct: (word: string) => string | undefined,
): Terms {
  const unknown = new Set<number>();
  const words = joinPhrases(
    masked
      .replace(/(\p{L})\1{2,}/gu, '$1')
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
  const word = [...meanings, ...words.map(each => `=${each}`)];
  meanings.forEach((each, position) => {
    if (position > 0) {
      word.push(`${meanings[position - 1]} ${each}`);
    }
    if (position > 1) {
      word.push(`${meanings[position - 2]} * ${each}`);
    }
  });
  // What it is about and what is to happen may stand anywhere.
  const concepts = [...new Set(meanings)]
    .filter(each => /^(?:c_|x)/.test(each))
    .sort()
    .slice(0, 8);
  concepts.forEach((one, at) => {
    for (const other of concepts.slice(at + 1)) {
      word.push(`${one}+${other}`);
    }
  });
  // How a sentence begins tells a question from a wish.
  word.push(`^${words.slice(0, 2).join(' ')}`, `^${words[0] ?? ''}`);
  word.push(`length ${Math.min(4, Math.ceil(words.length / 3))}`);
  return { word, gram: gramsOf(words) };
}

/** The terms of a kind, with their positions in a vector and their rarity. */
class Vocabulary {
  /** How often each term is in the message that is being weighed. */
  private readonly times: Uint16Array;

  private constructor(
    private readonly positions: Map<string, number>,
    private readonly rarity: number[],
    /** Position of the first. */
    private readonly first: number,
  ) {
    this.times = new Uint16Array(rarity.length);
  }

  /** Learns the terms of messages, and which of them each message has. */
  static learn(
    messages: string[][],
    fewest: number,
    first: number,
  ): { vocabulary: Vocabulary; learned: number[][] } {
    const numbers = new Map<string, number>();
    const frequency: number[] = [];
    const lastIn: number[] = [];
    // Each term is looked up once, since that is what takes time.
    const numbered = messages.map((terms, message) =>
      terms.map(term => {
        const known = numbers.get(term);
        const number = known ?? frequency.length;
        if (known === undefined) {
          numbers.set(term, number);
          frequency.push(0);
          lastIn.push(-1);
        }
        if (lastIn[number] !== message) {
          frequency[number] += 1;
          lastIn[number] = message;
        }
        return number;
      }),
    );
    const rarity: number[] = [];
    const positions = frequency.map(times =>
      times < fewest
        ? -1
        : rarity.push(Math.log((1 + messages.length) / (1 + times)) + 1) - 1,
    );
    for (const [term, number] of numbers) {
      if (positions[number] < 0) {
        numbers.delete(term);
      } else {
        numbers.set(term, positions[number]);
      }
    }
    return {
      vocabulary: new Vocabulary(numbers, rarity, first),
      learned: numbered.map(all =>
        all.map(number => positions[number]).filter(position => position >= 0),
      ),
    };
  }

  get size(): number {
    return this.rarity.length;
  }

  /** Those of a message's terms that are known, by their positions. */
  known(terms: string[]): number[] {
    return terms.flatMap(term => this.positions.get(term) ?? []);
  }

  /** Adds positions and weights, together of length `share`, to a vector. */
  weigh(known: number[], share: number, index: number[], value: number[]) {
    const { times, rarity, first } = this;
    const from = value.length;
    for (const position of known) {
      if (times[position] === 0) {
        index.push(first + position);
      }
      times[position] += 1;
    }
    let square = 0;
    for (let at = from; at < index.length; at += 1) {
      const position = index[at] - first;
      const weight = (1 + Math.log(times[position])) * rarity[position];
      times[position] = 0;
      square += weight * weight;
      value.push(weight);
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
    const spelling = new Spelling([...trusted, ...lexiconWords]);
    const all = messages.map(message =>
      termsOf(message, word => spelling.nearest(word)),
    );
    const words = Vocabulary.learn(
      all.map(({ word }) => word),
      FEWEST.word,
      0,
    );
    const grams = Vocabulary.learn(
      all.map(({ gram }) => gram),
      FEWEST.gram,
      words.vocabulary.size,
    );
    const features = new Features(spelling, words.vocabulary, grams.vocabulary);
    return {
      features,
      vectors: all.map((_unused, at) =>
        features.weigh(words.learned[at], grams.learned[at]),
      ),
    };
  }

  get size(): number {
    return this.words.size + this.grams.size;
  }

  /** The vector of a masked message; unknown terms are left out. */
  vectorOf(masked: string): Vector {
    const { word, gram } = termsOf(masked, each => this.spelling.nearest(each));
    return this.weigh(this.words.known(word), this.grams.known(gram));
  }

  private weigh(words: number[], grams: number[]): Vector {
    const index: number[] = [];
    const value: number[] = [];
    this.words.weigh(words, WEIGHT.word, index, value);
    this.grams.weigh(grams, WEIGHT.gram, index, value);
    return { index: Int32Array.from(index), value: Float64Array.from(value) };
  }
}
