import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './command';
import { commitFile, type FileCommit } from './commitFile';
import { seedRepository, type SeedOptions } from './seed';

/** A commit as its page shows it. */
export interface CommitDetails {
  sha: string;
  author: string;
  /** ISO 8601 */
  at: string;
  message: string;
  /** Unified; cut after a million characters. */
  diff: string;
}

/** The bare repository behind the remote, as the parts of the sandbox use it. */
export interface PlatformRepository {
  readonly directory: string;
  readonly branch: string;
  head(): Promise<string>;
  /** True while nobody has added anything to the first commit. */
  isFresh(): Promise<boolean>;
  /** Text files below these folders, or all where there are none, at a commit, by path. */
  files(sha: string, folders: string[]): Promise<Map<string, string>>;
  /** Undefined where there is no such commit. */
  commit(sha: string): Promise<CommitDetails | undefined>;
  /** Commits one file and tells the listeners; returns the commit. @throws Error when somebody else was quicker. */
  commitFile(commit: FileCommit): Promise<string>;
  /** Called with the head after each push that moved it; returns how to stop. */
  onHeadChange(listener: (head: string) => void): () => void;
  /** Looks at the head and tells the listeners when it moved. */
  announce(): Promise<void>;
}

const FULL_SHA = /^[0-9a-f]{40}$/;
const DIFF_LIMIT = 1_000_000;

/** Opens the repository, seeding it the first time. */
export async function openRepository(
  options: SeedOptions,
): Promise<PlatformRepository> {
  const { directory, branch } = options;
  await seedRepository(options);
  await removeStaleLocks(directory);

  const run = (args: string[], input?: string) =>
    git(['--git-dir', directory, ...args], { input });
  const head = async () =>
    (await run(['rev-parse', '--verify', `refs/heads/${branch}`]))
      .toString('utf8')
      .trim();

  const listeners = new Set<(head: string) => void>();
  let announced = await head();
  const announce = async () => {
    const now = await head();
    if (now !== announced) {
      announced = now;
      listeners.forEach(listener => listener(now));
    }
  };

  return {
    directory,
    branch,
    head,
    async isFresh() {
      const count = await run(['rev-list', '--count', `refs/heads/${branch}`]);
      return count.toString('utf8').trim() === '1';
    },
    async files(sha, folders) {
      const listing = await run(['ls-tree', '-r', '-z', sha, '--', ...folders]);
      const blobs = parseListing(listing.toString('utf8'));
      const contents = await run(
        ['cat-file', '--batch'],
        blobs.map(blob => `${blob.id}\n`).join(''),
      );
      return readBatch(
        contents,
        blobs.map(blob => blob.path),
      );
    },
    async commit(sha) {
      if (!FULL_SHA.test(sha)) {
        return undefined;
      }
      const kind = await run(['cat-file', '-t', sha]).catch(() => undefined);
      if (kind?.toString('utf8').trim() !== 'commit') {
        return undefined;
      }
      const format = '--format=%an <%ae>%x00%aI%x00%B%x00';
      const shown = await run([
        'show',
        '--no-color',
        '--no-ext-diff',
        '-M',
        format,
        sha,
      ]);
      const [author, at, message, ...diff] = shown.toString('utf8').split('\0');
      return {
        sha,
        author,
        at,
        message: message.trim(),
        diff: diff.join('\0').trim().slice(0, DIFF_LIMIT),
      };
    },
    onHeadChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async commitFile(commit) {
      const sha = await commitFile(directory, branch, commit);
      await announce();
      return sha;
    },
    announce,
  };
}

/** A push that was killed half-way leaves locks that nobody holds any more. */
async function removeStaleLocks(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true });
  const locks = entries.filter(
    entry => entry.endsWith('.lock') && !entry.startsWith('objects'),
  );
  await Promise.all(
    locks.map(lock => rm(join(directory, lock), { force: true })),
  );
}

function parseListing(listing: string): Array<{ id: string; path: string }> {
  return listing
    .split('\0')
    .map(line => /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(line))
    .flatMap(match => (match ? [{ id: match[1], path: match[2] }] : []));
}

/** Reads the answer of `git cat-file --batch`: header line, content, newline, and again. */
function readBatch(batch: Buffer, paths: string[]): Map<string, string> {
  const files = new Map<string, string>();
  let offset = 0;
  for (const path of paths) {
    const headerEnd = batch.indexOf(0x0a, offset);
    const size = Number(
      batch.subarray(offset, headerEnd).toString('latin1').split(' ')[2],
    );
    const content = batch.subarray(headerEnd + 1, headerEnd + 1 + size);
    offset = headerEnd + 1 + size + 1;
    if (!content.includes(0)) {
      files.set(path, content.toString('utf8'));
    }
  }
  return files;
}
