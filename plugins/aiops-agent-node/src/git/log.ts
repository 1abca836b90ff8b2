import type { CommitInfo } from './types';

/**
 * Fields are parted by NUL, which no commit can hold, so that no message can
 * pass for another record. Each record begins with an empty field; names of
 * files, which are never empty, follow it.
 */
export const LOG_ARGUMENTS = [
  'log',
  '-z',
  '--name-only',
  '--no-renames',
  '--diff-merges=first-parent',
  `--format=${[
    '',
    '%H',
    '%P',
    '%s',
    '%an',
    '%ce',
    '%cI',
    '%(trailers:only=true,unfold=true)',
    '',
  ].join('%x00')}`,
];

/** Reads what git prints for {@link LOG_ARGUMENTS}. */
export function parseLog(output: string): CommitInfo[] {
  const fields = output.split('\0');
  const commits: CommitInfo[] = [];
  let at = 0;
  while (at + 8 < fields.length) {
    const [sha, parents, subject, author, committerEmail, date, trailers] =
      fields.slice(at + 1, at + 8);
    at += 9;
    const paths: string[] = [];
    while (at < fields.length && fields[at] !== '') {
      paths.push(fields[at].replace(/^\n/, ''));
      at += 1;
    }
    commits.push({
      sha,
      parent: parents.split(' ')[0] || undefined,
      subject,
      author,
      committerEmail,
      at: new Date(date).toISOString(),
      trailers: parseTrailers(trailers),
      paths,
    });
  }
  return commits;
}

function parseTrailers(block: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const key = line.slice(0, colon).trim();
    // The first one counts: what comes after can't override it.
    if (colon > 0 && !Object.hasOwn(trailers, key)) {
      trailers[key] = line.slice(colon + 1).trim();
    }
  }
  return trailers;
}
