/** Longest text that is shown, in characters. */
const LONGEST = 1200;

/**
 * A model's text as plain words: without marks, links and what runs on.
 *
 * @throws Error when there are no words in it.
 */
export function readWording(content: string): string {
  const plain = content
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\b[a-z][a-z+.-]*:\/\/\S+/gi, '')
    .replace(/[*_`#<>|~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\p{L}{2}/u.test(plain)) {
    throw new Error('The answer has no words.');
  }
  if (plain.length <= LONGEST) {
    return plain;
  }
  const cut = plain.slice(0, LONGEST);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '));
  return end > 0 ? cut.slice(0, end + 1) : `${cut}…`;
}
