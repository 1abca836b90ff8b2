import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './command';

/** A new content for one file, by somebody. */
export interface FileCommit {
  path: string;
  content: string;
  message: string;
  author: { name: string; email: string };
  at: Date;
}

/**
 * Commits one file on top of a bare repository's branch; returns the commit.
 *
 * @throws Error with git's words when the branch moved meanwhile.
 */
export async function commitFile(
  directory: string,
  branch: string,
  { path, content, message, author, at }: FileCommit,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-index-'));
  const environment = {
    GIT_INDEX_FILE: join(folder, 'index'),
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: at.toISOString(),
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: at.toISOString(),
  };
  const run = async (args: string[], input?: string) =>
    (await git(['--git-dir', directory, ...args], { environment, input }))
      .toString('utf8')
      .trim();
  try {
    const ref = `refs/heads/${branch}`;
    const head = await run(['rev-parse', '--verify', ref]);
    await run(['read-tree', head]);
    const blob = await run(['hash-object', '-w', '--stdin'], content);
    await run(['update-index', '--cacheinfo', `100644,${blob},${path}`]);
    const tree = await run(['write-tree']);
    const commit = await run(['commit-tree', tree, '-p', head], message);
    await run(['update-ref', ref, commit, head]);
    return commit;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
