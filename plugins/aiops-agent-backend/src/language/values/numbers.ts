const WORDS: Record<string, number> = {
  ...{ zero: 0, one: 1, a: 1, an: 1, single: 1, two: 2, couple: 2, pair: 2 },
  ...{ three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
  ...{ ten: 10, eleven: 11, twelve: 12, dozen: 12, fifteen: 15, sixteen: 16 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, hundred: 100 },
};

/** A number in digits or words, as a regular expression without groups. */
export const NUMBER =
  '(?:\\d+(?:[.,]\\d+)?|(?:a |the )?(?:couple|pair|dozen)(?: of)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|(?:a |one )?hundred)';

/** The value of what {@link NUMBER} matched, `a` and `an` being 1. */
export function toNumber(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (/^\d/.test(plain)) {
    return Number(plain.replace(',', '.'));
  }
  const word = plain
    .replace(/ of$/, '')
    .replace(/^(?:a|the|one) (?=couple|pair|dozen|hundred)/, '');
  return WORDS[word];
}
