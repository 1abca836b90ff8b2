import { InputError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitProcess } from './GitProcess';
import { commitMessage } from './message';
import { checkPath, type GuardedRoot } from './paths';
import type { CommitRequest } from './types';

const FILE_MODE = '100644';

/**
 * Makes commits in a bare repository, without a working tree: blobs, a
 * temporary index, trees, commits. Nothing refers to them until they are
 * pushed, so that what fails half-way leaves nothing behind.
 */
export class CommitWriter {
  constructor(
    private readonly git: GitProcess,
    private readonly directory: string,
    private readonly committer: { name: string; email: string },
    private readonly now: () => Date,
  ) {}

  /** @throws InputError when a path, subject or trailer is not acceptable. */
  check(requests: CommitRequest[], guarded: GuardedRoot[] = []): void {
    requests.forEach(request => {
      commitMessage(request);
      checkEdits(request, guarded);
    });
  }

  /** Makes commits that were checked upon `base`; returns their hashes. */
  async write(base: string, requests: CommitRequest[]): Promise<string[]> {
    const scratch = join(this.directory, `write-${randomUUID()}`);
    await mkdir(scratch, { mode: 0o700 });
    try {
      const blobs = await this.writeBlobs(scratch, requests);
      const env = { GIT_INDEX_FILE: join(scratch, 'index') };
      await this.git.run(['read-tree', base], { env });
      const shas: string[] = [];
      for (const request of requests) {
        await this.stage(request, blobs, base.length, env);
        const tree = (await this.git.run(['write-tree'], { env })).trim();
        shas.push(
          await this.commitTree(
            tree,
            shas.at(-1) ?? base,
            commitMessage(request),
          ),
        );
      }
      return shas;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  /** Blob ids by content. */
  private async writeBlobs(
    scratch: string,
    requests: CommitRequest[],
  ): Promise<Map<string, string>> {
    const contents = new Set<string>();
    for (const edit of requests.flatMap(request => request.edits)) {
      if (edit.content !== undefined) {
        contents.add(edit.content);
      }
    }
    const files = await Promise.all(
      [...contents].map(async (content, index) => {
        const file = join(scratch, `blob-${index}`);
        await writeFile(file, content, { mode: 0o600 });
        return file;
      }),
    );
    if (files.length === 0) {
      return new Map();
    }
    const output = await this.git.run(
      ['hash-object', '-w', '--no-filters', '--stdin-paths'],
      { input: `${files.join('\n')}\n` },
    );
    const oids = output.trim().split('\n');
    return new Map(
      [...contents].map((content, index) => [content, oids[index]]),
    );
  }

  private async stage(
    request: CommitRequest,
    blobs: Map<string, string>,
    hashLength: number,
    env: Record<string, string>,
  ): Promise<void> {
    const lines = request.edits.map(edit =>
      edit.content === undefined
        ? `0 ${'0'.repeat(hashLength)}\t${edit.path}\0`
        : `${FILE_MODE} ${blobs.get(edit.content)}\t${edit.path}\0`,
    );
    if (lines.length > 0) {
      await this.git.run(['update-index', '-z', '--index-info'], {
        input: lines.join(''),
        env,
      });
    }
  }

  private async commitTree(
    tree: string,
    parent: string,
    message: string,
  ): Promise<string> {
    const date = `@${Math.floor(this.now().getTime() / 1000)} +0000`;
    const sha = await this.git.run(['commit-tree', tree, '-p', parent], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: this.committer.name,
        GIT_AUTHOR_EMAIL: this.committer.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: this.committer.name,
        GIT_COMMITTER_EMAIL: this.committer.email,
        GIT_COMMITTER_DATE: date,
      },
    });
    return sha.trim();
  }
}

function checkEdits(request: CommitRequest, guarded: GuardedRoot[]): void {
  const seen = new Set<string>();
  for (const { path } of request.edits) {
    checkPath(path, guarded);
    if (seen.has(path)) {
      throw new InputError(
        `${JSON.stringify(
          path,
        )} would be written twice in one commit. Nothing was changed.`,
      );
    }
    seen.add(path);
  }
}
