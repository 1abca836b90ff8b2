import { setImmediate } from 'node:timers/promises';

/** A few words at a time, so that reading can begin before the end. */
function piecesOf(text: string): string[] {
  return text.match(/(?:\S+\s*){1,4}|\s+/g) ?? [];
}

/**
 * Hands a text on in pieces until it ends or the person stops it. Returns
 * what was handed on.
 */
export async function writeOut(
  text: string,
  onDelta: (piece: string) => void,
  signal: AbortSignal,
): Promise<string> {
  let written = '';
  for (const piece of piecesOf(text)) {
    // Lets a Stop that has just arrived be noticed.
    await setImmediate();
    if (signal.aborted) {
      break;
    }
    onDelta(piece);
    written += piece;
  }
  return written;
}
