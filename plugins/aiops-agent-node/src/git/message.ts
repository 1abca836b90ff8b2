import { InputError } from '@backstage/errors';
import type { CommitRequest } from './types';

const SUBJECT_LENGTH = 200;
const BODY_LENGTH = 2000;
const TRAILER_KEY = /^[A-Za-z][A-Za-z0-9-]*$/;

/**
 * The text of a commit: subject, one line of body, trailers. Whatever people
 * wrote stays on its own line, and git never reads it as a trailer.
 *
 * @throws InputError when there is no subject or a trailer's key is not one.
 */
export function commitMessage(request: CommitRequest): string {
  const subject = oneLine(request.subject).slice(0, SUBJECT_LENGTH).trim();
  if (!subject) {
    throw new InputError('A commit needs a subject.');
  }
  const body = quoteTrailerLike(
    oneLine(request.body ?? '')
      .slice(0, BODY_LENGTH)
      .trim(),
  );
  const trailers = request.trailers.map(([key, value]) => {
    if (!TRAILER_KEY.test(key)) {
      throw new InputError(`"${oneLine(key)}" is not a trailer's name.`);
    }
    return `${key}: ${oneLine(value)}`;
  });
  const paragraphs = [subject, body, trailers.join('\n')].filter(Boolean);
  return `${paragraphs.join('\n\n')}\n`;
}

/** Folds line breaks of every alphabet and control characters into spaces. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/**
 * Without trailers of our own the body would be the last paragraph, where git
 * looks for them; a `---` or a key before a colon would count.
 */
function quoteTrailerLike(line: string): string {
  return /^(-{3}|[^\s:]+\s*[:=]|\(cherry picked)/.test(line)
    ? `> ${line}`
    : line;
}
