/** Longest title that is shown, in characters. */
const LONGEST = 60;

/**
 * What people call a thing, from its annotation: words alone. Whoever may write
 * to the repository must not put links, markup or orders into other people's
 * answers by it. Undefined where no words are left.
 */
export function readTitle(annotation: string | undefined): string | undefined {
  const words = annotation
    ?.replace(/\w*:?\/\/\S*/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N} .,'’&+()/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();
  return words && /\p{L}/u.test(words) ? words : undefined;
}
