import { phrase, say, sayAgain, sayElsewhere } from '../words';

/** What is said where nothing better is known. */
const UNEXPECTED = phrase`Something went wrong on our side. Look at your requests to see what was done, and try again; if it stays so, tell a platform admin.`;

/** Errors whose messages are written for people. */
const SPOKEN = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/** What of an error is shown to people. */
export interface ShownError {
  name: string;
  message: string;
}

/** True for errors that are nobody's fault but ours. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof Error) || !SPOKEN.has(error.name);
}

/**
 * The sentence of an error without its cause: `@backstage/errors` append
 * causes to their messages, and those are for the log.
 */
export function shownError(error: unknown): ShownError {
  if (!(error instanceof Error) || isUnexpected(error)) {
    return { name: 'Error', message: sayAgain(UNEXPECTED) };
  }
  const [sentence] = error.message.split('; caused by ');
  return { name: error.name, message: sayElsewhere(sentence) };
}

const REQUEST_PARTS = /^(?:request|\/)?\/?(body|query|params|headers)\/?/;

/**
 * A validator's message in plain words: `request/body/text must NOT have
 * fewer than 1 characters` becomes `"text" is too short`. What it says of kinds
 * of values that our interface doesn't have stays as it is, in English.
 */
export function validationSentence(message: string): string {
  return say`I can't read this request: ${reasonOf(
    message.split(', request/')[0],
  )}. Nothing was changed.`;
}

function reasonOf(message: string): string {
  const field = message
    .replace(REQUEST_PARTS, '')
    .split(' ')[0]
    .replaceAll('/', '.');
  const it = field && field !== 'must' ? say`"${field}"` : say`the request`;
  const reasons: Array<[RegExp, (...found: string[]) => string]> = [
    [/required property '([^']+)'/, name => say`"${name}" is missing`],
    [
      /Unknown query parameter '?([^']+)'?/,
      name => say`"${name}" can't be asked for here`,
    ],
    [
      /must NOT have additional properties/,
      () => say`it holds a field that is not known here`,
    ],
    [/fewer than 1 char/, () => say`${it} is empty`],
    [/fewer than/, () => say`${it} is too short`],
    [/more than/, () => say`${it} is too long`],
    [
      /must be (string|number|integer|boolean|array|object)\b/,
      type => say`${it} must be of the type ${type}`,
    ],
    [
      /must be equal to one of the allowed values: (.*)/,
      values => say`${it} must be one of ${values}`,
    ],
    [
      /must be ([<>]=?) (\S+)/,
      (sign, bound) => say`${it} must be ${sign} ${bound}`,
    ],
    [/ (must .*)/, rest => `${it} ${rest}`],
    [/JSON/, () => say`its body is not valid JSON`],
    [/too large/, () => say`it is too large`],
    [/unsupported media type/i, () => say`its body has to be JSON`],
  ];
  for (const [pattern, reason] of reasons) {
    const found = pattern.exec(message);
    if (found) {
      return reason(...found.slice(1));
    }
  }
  return message;
}
