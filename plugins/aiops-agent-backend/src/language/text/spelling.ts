/** A bit for each letter that is in it; letters may share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    letters |= 1 << text.charCodeAt(i) % 32;
  }
  return letters;
}

function bitsOf(set: number): number {
  let rest = set;
  let bits = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    bits += 1;
  }
  return bits;
}

/** True when one has more letters that the other lacks than slips explain. */
function tooStrange(a: string, b: string, limit: number): boolean {
  const inA = lettersOf(a);
  const inB = lettersOf(b);
  return bitsOf(inA & ~inB) > limit || bitsOf(inB & ~inA) > limit;
}

/**
 * Edit distance that counts a swap of neighbours as one (optimal string
 * alignment), given up beyond `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || tooStrange(a, b, limit)) {
    return limit + 1;
  }
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_unused, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, older[j - 2] + 1);
      }
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) {
      return limit + 1;
    }
    older = old;
    old = row;
  }
  return old[b.length];
}

/** How many slips of the finger a word of this length may have. */
export function slipsAllowed(length: number): number {
  if (length < 5) {
    return 0;
  }
  return length < 9 ? 1 : 2;
}

/**
 * Finds the nearest of a fixed list of words. Words are kept by length, so
 * that a look-up compares with few of them.
 */
export class Spelling {
  private readonly byLength = new Map<number, string[]>();
  private readonly words: Set<string>;
  private readonly known = new Map<string, string | undefined>();

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    for (const word of this.words) {
      const list = this.byLength.get(word.length) ?? [];
      list.push(word);
      this.byLength.set(word.length, list);
    }
  }

  /** The word itself, the nearest one within the slips allowed, or undefined. */
  nearest(word: string): string | undefined {
    if (this.words.has(word)) {
      return word;
    }
    if (!this.known.has(word)) {
      // Bounded, since what people write is not.
      if (this.known.size > 5000) {
        this.known.clear();
      }
      this.known.set(word, this.search(word));
    }
    return this.known.get(word);
  }

  private search(word: string): string | undefined {
    const limit = slipsAllowed(word.length);
    let best: string | undefined;
    let distance = limit + 1;
    for (
      let length = word.length - limit;
      length <= word.length + limit;
      length += 1
    ) {
      for (const candidate of this.byLength.get(length) ?? []) {
        // First letters are seldom wrong; this keeps `test` from `best`.
        if (candidate.length > 4 && candidate[0] === word[0]) {
          const found = editDistance(word, candidate, distance - 1);
          if (found < distance) {
            distance = found;
            best = candidate;
          }
        }
      }
    }
    return best;
  }
}
