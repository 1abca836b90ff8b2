/** What is said where nothing better is known. */
const UNEXPECTED =
  'Something went wrong on our side. Look at your requests to see what was done, and try again; if it stays so, tell a platform admin.';

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
    return { name: 'Error', message: UNEXPECTED };
  }
  const [sentence] = error.message.split('; caused by ');
  return { name: error.name, message: sentence };
}

const REQUEST_PARTS = /^(?:request|\/)?\/?(body|query|params|headers)\/?/;

/**
 * A validator's message in plain words: `request/body/text must NOT have
 * fewer than 1 characters` becomes `"text" is too short`.
 */
export function validationSentence(message: string): string {
  const [first] = message.split(', request/');
  const missing = /required property '([^']+)'/.exec(first);
  const unknown = /must NOT have additional properties/.test(first);
  const query = /Unknown query parameter '?([^']+)'?/.exec(first);
  const field = first
    .replace(REQUEST_PARTS, '')
    .split(' ')[0]
    .replaceAll('/', '.');
  const quoted = field && field !== 'must' ? `"${field}"` : 'The request';
  const rest = first.slice(first.indexOf(' must') + 1);
  const reasons: Array<[boolean, string]> = [
    [Boolean(missing), `"${missing?.[1]}" is missing`],
    [Boolean(query), `"${query?.[1]}" can't be asked for here`],
    [unknown, 'it holds a field that is not known here'],
    [/fewer than 1 char/.test(first), `${quoted} is empty`],
    [/fewer than/.test(first), `${quoted} is too short`],
    [/more than/.test(first), `${quoted} is too long`],
    [/ must /.test(first), `${quoted} ${rest}`],
    [/JSON/.test(first), 'its body is not valid JSON'],
    [/too large/.test(first), 'it is too large'],
    [/unsupported media type/i.test(first), 'its body has to be JSON'],
  ];
  const reason = reasons.find(([applies]) => applies)?.[1] ?? first;
  return `I can't read this request: ${reason}. Nothing was changed.`;
}
