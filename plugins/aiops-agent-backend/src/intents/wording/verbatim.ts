/** Parts what would become a link by itself. */
const NO_WIDTH = '\u200b';

/**
 * Somebody's words within a markdown answer, shown as they were written: what
 * could act as a link, an image or another mark is only a character.
 */
export function verbatim(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#]/g, character => `\\${character}`)
    .replace(
      /:\/\/|@|\bwww\./gi,
      mark => `${mark[0]}${NO_WIDTH}${mark.slice(1)}`,
    );
}
