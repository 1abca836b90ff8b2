import type {
  CommitRequest,
  FileEdit,
} from '@aiops-portal/plugin-aiops-agent-node';

/** What a commit says about the request that it carries out. */
export interface CommitWords {
  /** `REQ-1042` */
  requestId: string;
  planHash: string;
  /** `A WordPress website and its database` */
  title: string;
  /** `environment/marketing-dev`, `application/marketing-blog` */
  targets: string[];
  /** The person's own words. */
  reason?: string;
  /** User refs. */
  requestedBy: string;
  approvedBy: string[];
  /** Per month. */
  costDelta: { amount: number; currency: string };
  edits: FileEdit[];
}

const SUBJECT_LENGTH = 120;
const BODY_LENGTH = 500;

/** The commit for a request: `marketing-blog: a WordPress website (REQ-1042)`. */
export function commitFor(words: CommitWords): CommitRequest {
  const { amount, currency } = words.costDelta;
  const tail = ` (${words.requestId})`;
  const about = `${mainName(words.targets)}: `;
  const title = lowerFirst(oneLine(words.title));
  const subject = title.startsWith(about) ? title : `${about}${title}`;
  return {
    subject: shorten(subject, SUBJECT_LENGTH - tail.length) + tail,
    body: words.reason && shorten(oneLine(words.reason), BODY_LENGTH),
    trailers: [
      ['Request-Id', words.requestId],
      ['Plan-Hash', words.planHash],
      ['Requested-by', words.requestedBy],
      ...words.approvedBy.map((by): [string, string] => ['Approved-by', by]),
      [
        'Cost-Delta',
        `${amount < 0 ? '-' : '+'}${Math.abs(amount).toFixed(
          2,
        )} ${currency} per month`,
      ],
    ],
    edits: words.edits,
  };
}

/**
 * The name that people would call the change by: the application's before the
 * database's before the environment's.
 */
export function mainName(targets: string[]): string {
  for (const kind of ['application', 'database', 'cache', 'environment']) {
    const target = targets.find(t => t.startsWith(`${kind}/`));
    if (target) {
      return target.slice(kind.length + 1);
    }
  }
  return targets[0]?.split('/').pop() ?? 'platform';
}

/** All white space and control characters folded, so that it is one line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** A title within a sentence; leaves `SQL database` as it is. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text)
    ? text[0].toLowerCase() + text.slice(1)
    : text;
}
