/** What takes the place of something that looks like a secret. */
const HIDDEN = '[hidden]';
/** A line longer than this says nothing more to a person. */
const LONGEST_LINE = 500;

// Counts are bounded, so that no line, however it is made, takes long.
const NAMES =
  '(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization|cookie|session[_-]?id|signature)[\\w.-]{0,40}';

/** What looks like a secret, and what is left of it. */
const PATTERNS: Array<[RegExp, string]> = [
  // scheme://user:password@host
  [
    /\b([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/?#@]{0,100}):[^\s@]{1,300}@/gi,
    `$1:${HIDDEN}@`,
  ],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*$/g, HIDDEN],
  // A line of such a key.
  [/^\s*[A-Za-z0-9+/=]{60,}\s*$/g, HIDDEN],
  [/\b(Bearer|Basic|Token)\s+[\w~+/.=-]{6,}/gi, `$1 ${HIDDEN}`],
  // password=…, "apiKey": "…", --token …
  [
    new RegExp(
      `(${NAMES}["']?\\s{0,4}(?:=>|[:=])\\s{0,4})(?!\\[hidden\\])("(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|[^\\s"',;&})\\]]+)`,
      'gi',
    ),
    `$1${HIDDEN}`,
  ],
  [
    new RegExp(
      `(--[\\w-]{0,40}?${NAMES}\\s{1,4})(?!-)("[^"]*"|'[^']*'|\\S+)`,
      'gi',
    ),
    `$1${HIDDEN}`,
  ],
  // Tokens that are known by their looks: JWT, Vault, GitHub, GitLab, Slack, AWS, Stripe.
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.?[\w-]*/g, HIDDEN],
  [
    /\b(?:hvs\.|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|[sr]k_(?:live|test)_)[\w-]{8,}/g,
    HIDDEN,
  ],
];

/** Control characters other than the tab, also those that colour terminals. */
const CONTROL =
  // eslint-disable-next-line no-control-regex
  /\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A line of a log or a message of a cluster without what looks like a secret,
 * without control characters, and not too long. It remains untrusted text.
 */
export function redact(text: string): string {
  let result = text.slice(0, 8 * LONGEST_LINE).replace(CONTROL, '');
  for (const [pattern, left] of PATTERNS) {
    result = result.replace(pattern, left);
  }
  return result.length > LONGEST_LINE
    ? `${result.slice(0, LONGEST_LINE)}…`
    : result;
}
