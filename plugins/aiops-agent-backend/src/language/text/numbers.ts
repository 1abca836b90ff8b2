const UNITS: Record<string, number> = {
  ...{ zero: 0, one: 1, single: 1, two: 2, couple: 2, pair: 2, three: 3 },
  ...{ four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, dozen: 12, thirteen: 13, fourteen: 14 },
  ...{ fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
};
const TENS: Record<string, number> = {
  ...{ twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60 },
  ...{ seventy: 70, eighty: 80, ninety: 90 },
};
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000 };

const words = (table: Record<string, number>) => Object.keys(table).join('|');
const SMALL = `(?:(?:${words(
  TENS,
)})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${words(UNITS)})`;

/** A number in digits or words, as a regular expression without groups. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?|(?:a |the )?(?:couple|pair|dozen)(?: of)?|(?:(?:an?|${SMALL}) )?(?:hundred|thousand)(?:(?: and)? ${SMALL})?|${SMALL})`;

/** The value of what {@link NUMBER} matched, `a` and `an` being 1. */
export function toNumber(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (/^\d/.test(plain)) {
    // A comma before three digits groups them; any other is a decimal one.
    const grouped = /^\d{1,3}(?:,\d{3})+$/.test(plain);
    return Number(grouped ? plain.replace(/,/g, '') : plain.replace(',', '.'));
  }
  if (plain === 'a' || plain === 'an') {
    return 1;
  }
  let total: number | undefined;
  for (const word of plain.split(/[\s-]+/)) {
    if (SCALES[word] !== undefined) {
      total = (total || 1) * SCALES[word];
    } else if (TENS[word] !== undefined || UNITS[word] !== undefined) {
      total = (total ?? 0) + (TENS[word] ?? UNITS[word]);
    } else if (!/^(?:an?|the|of|and)$/.test(word)) {
      return undefined;
    }
  }
  return total;
}
