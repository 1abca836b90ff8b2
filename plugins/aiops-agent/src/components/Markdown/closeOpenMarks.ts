/**
 * Closes what a half-written Markdown text has opened (a code block, code,
 * bold), so that it doesn't change its looks when the rest arrives.
 */
export function closeOpenMarks(text: string): string {
  const fences = text.match(/^```/gm)?.length ?? 0;
  if (fences % 2 === 1) {
    return `${text}\n\`\`\``;
  }
  const line = text.slice(text.lastIndexOf('\n\n') + 1);
  const ticks = line.match(/`/g)?.length ?? 0;
  if (ticks % 2 === 1) {
    return `${text}\``;
  }
  const stars = line.match(/\*\*/g)?.length ?? 0;
  if (stars % 2 === 1) {
    const written = text.replace(/\*{1,2}$/, '');
    return text.endsWith('**') ? written : `${written}**`;
  }
  return text;
}
