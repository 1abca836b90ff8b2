import type { LoggerService } from '@backstage/backend-plugin-api';
import { CommitWriter } from './CommitWriter';
import { PushRejectedError } from './errors';
import { GitFailure, GitProcess } from './GitProcess';
import { LOG_ARGUMENTS, parseLog } from './log';
import { Mirror, unavailable } from './Mirror';
import { Mutex } from './Mutex';
import { push, pushVerdict } from './push';
import type { GitRemote } from './remote';
import { TreeReader } from './TreeReader';
import type {
  CommitInfo,
  CommitOptions,
  CommitRequest,
  GitRepositoryService,
} from './types';

const SHA = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** What a {@link MirroredGitRepository} is made of. */
export interface MirroredGitRepositoryOptions {
  remote: GitRemote;
  branch: string;
  /** A folder of its own for the mirror; made when it isn't there. */
  directory: string;
  committer: { name: string; email: string };
  logger: LoggerService;
  /** Address of a commit's page, with `{sha}` in it. */
  commitUrl?: string;
  /** Address of a file's page, with `{path}` in it. */
  fileUrl?: string;
  /** Default: the process' environment, without its git variables. */
  env?: NodeJS.ProcessEnv;
  now?: () => Date;
}

/** {@link GitRepositoryService} over a bare mirror and real git. */
export class MirroredGitRepository implements GitRepositoryService {
  readonly branch: string;
  readonly committerEmail: string;
  private readonly git: GitProcess;
  private readonly mirror: Mirror;
  private readonly trees: TreeReader;
  private readonly writer: CommitWriter;
  private readonly mutex = new Mutex();
  private readonly listeners = new Set<(head: string) => void>();
  /** Asked for, and not on the remote as of the known head. */
  private readonly unknown = new Set<string>();
  private known?: string;
  private waitingFetch?: Promise<string>;

  constructor(private readonly options: MirroredGitRepositoryOptions) {
    this.branch = options.branch;
    this.committerEmail = options.committer.email;
    this.git = new GitProcess(options.directory, options.env ?? process.env);
    this.mirror = new Mirror(
      options.directory,
      this.git,
      options.remote,
      options.branch,
    );
    this.trees = new TreeReader(this.git);
    this.writer = new CommitWriter(
      this.git,
      options.directory,
      options.committer,
      options.now ?? (() => new Date()),
    );
  }

  async head(): Promise<string> {
    return this.known ?? (await this.firstHead());
  }

  async refresh(): Promise<string> {
    // A fetch that has not begun will see all that this caller knows of.
    this.waitingFetch ??= this.mutex.run(async () => {
      this.waitingFetch = undefined;
      return await this.fetch();
    });
    return await this.waitingFetch;
  }

  async files(sha: string): Promise<ReadonlyMap<string, string>> {
    await this.mirror.open();
    return await this.trees.files(sha);
  }

  async commit(
    base: string,
    commits: CommitRequest[],
    options?: CommitOptions,
  ): Promise<string[]> {
    this.writer.check(commits, options?.guarded);
    await this.head();
    return await this.mutex.run(async () => {
      if (base !== this.known) {
        throw new PushRejectedError(
          'Someone else has changed the GitOps repository in the meantime. Nothing of this change was written.',
        );
      }
      const shas = await this.writer.write(base, commits);
      const sha = shas.at(-1);
      if (sha === undefined) {
        return shas;
      }
      if (await this.push(base, sha)) {
        await this.mirror.moveTo(sha);
        this.moved(sha);
      }
      return shas;
    });
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    if (!SHA.test(ancestor) || !SHA.test(descendant)) {
      return false;
    }
    await this.head();
    let missing = await this.missing([ancestor, descendant]);
    if (missing.some(sha => this.unknown.has(sha))) {
      return false;
    }
    if (missing.length > 0) {
      await this.refresh();
      missing = await this.missing(missing);
      missing.forEach(sha => this.unknown.add(sha));
    }
    return missing.length === 0 && (await this.reaches(descendant, ancestor));
  }

  async findByTrailer(key: string, value: string): Promise<CommitInfo[]> {
    if (/[\n\0]/.test(`${key}${value}`)) {
      return [];
    }
    const head = await this.head();
    const output = await this.git.run([
      ...LOG_ARGUMENTS,
      '--fixed-strings',
      `--committer=${this.committerEmail}`,
      `--grep=${key}: ${value}`,
      head,
    ]);
    return parseLog(output).filter(
      commit =>
        commit.committerEmail === this.committerEmail &&
        Object.hasOwn(commit.trailers, key) &&
        commit.trailers[key] === value,
    );
  }

  async log(options: { path?: string; limit: number }): Promise<CommitInfo[]> {
    const head = await this.head();
    const output = await this.git.run([
      '--literal-pathspecs',
      ...LOG_ARGUMENTS,
      `--max-count=${Math.max(0, Math.floor(options.limit))}`,
      head,
      ...(options.path ? ['--', options.path] : []),
    ]);
    return parseLog(output);
  }

  commitUrl(sha: string): string | undefined {
    return this.options.commitUrl?.replaceAll('{sha}', encodeURIComponent(sha));
  }

  fileUrl(path: string): string | undefined {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return this.options.fileUrl?.replaceAll('{path}', encoded);
  }

  onHeadChange(listener: (head: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async firstHead(): Promise<string> {
    try {
      return await this.refresh();
    } catch (error) {
      const stored = await this.mirror.stored();
      if (!stored) {
        throw error;
      }
      this.options.logger.warn(
        `Going on with the last known commit of the GitOps repository: ${error}`,
      );
      this.moved(stored);
      return stored;
    }
  }

  private async fetch(): Promise<string> {
    const head = await this.mirror.fetch();
    this.moved(head);
    return head;
  }

  /** True when pushed; false when a fetch already found it there. */
  private async push(base: string, sha: string): Promise<boolean> {
    const { remote } = this.options;
    try {
      await push(this.git, remote, { branch: this.branch, base, sha });
      return true;
    } catch (error) {
      if (!(error instanceof GitFailure)) {
        throw error;
      }
      const verdict = pushVerdict(error);
      if (verdict) {
        throw verdict;
      }
      // The answer may have got lost on its way after the push went through.
      if (await this.arrived(sha)) {
        return false;
      }
      throw unavailable(error, this.branch);
    }
  }

  private async arrived(sha: string): Promise<boolean> {
    try {
      return await this.reaches(await this.fetch(), sha);
    } catch (error) {
      this.options.logger.debug(`Could not look again after a push: ${error}`);
      return false;
    }
  }

  /** Whether `ancestor` is `descendant` or in its history. */
  private async reaches(
    descendant: string,
    ancestor: string,
  ): Promise<boolean> {
    const count = await this.git.run([
      'rev-list',
      '--count',
      '--max-count=1',
      ancestor,
      `^${descendant}`,
    ]);
    return count.trim() === '0';
  }

  /** Those that the mirror has no commit for. */
  private async missing(shas: string[]): Promise<string[]> {
    const output = await this.git.run(['cat-file', '--batch-check'], {
      input: `${shas.join('\n')}\n`,
    });
    const lines = output.trim().split('\n');
    return shas.filter((_, index) => !lines[index].includes(' commit '));
  }

  private moved(head: string): void {
    if (head === this.known) {
      return;
    }
    this.known = head;
    this.unknown.clear();
    for (const listener of this.listeners) {
      try {
        listener(head);
      } catch (error) {
        this.options.logger.error(
          'A listener to changes of the GitOps repository failed',
          error instanceof Error ? error : new Error(String(error)),
        );
      }
    }
  }
}
