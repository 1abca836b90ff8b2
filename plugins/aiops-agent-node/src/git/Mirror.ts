import { ServiceUnavailableError } from '@backstage/errors';
import { lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailure, GitProcess } from './GitProcess';
import type { GitRemote } from './remote';

/** A killed process leaves these behind; younger ones may be in use. */
const LEFTOVER = /^write-[0-9a-f-]{36}$/;
const LEFTOVER_AGE_MS = 3_600_000;

/** A lock as old as this was left behind; a younger one is another process'. */
const LOCK_AGE_MS = 10 * 60_000;

/** What git says when the mirror itself, not the remote, is broken. */
const DAMAGED =
  /not a git repository|corrupt|object file .* is empty|bad object|invalid sha1 pointer|did not send all necessary objects/i;

/**
 * A bare copy of one branch of the remote on disk. It holds nothing that the
 * remote doesn't, so that a damaged one is thrown away and fetched anew.
 */
export class Mirror {
  private opened?: Promise<void>;

  constructor(
    readonly directory: string,
    readonly git: GitProcess,
    private readonly remote: GitRemote,
    private readonly branch: string,
  ) {}

  private get ref(): string {
    return `refs/remotes/origin/${this.branch}`;
  }

  /** Makes the folder and the repository in it, the first time. */
  async open(): Promise<void> {
    this.opened ??= this.initialize();
    try {
      await this.opened;
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  /** The head that was fetched last, perhaps by an earlier process. */
  async stored(): Promise<string | undefined> {
    await this.open();
    const output = await this.git.run([
      'for-each-ref',
      '--format=%(objectname)',
      this.ref,
    ]);
    return output.trim() || undefined;
  }

  /** Fetches the branch and returns its head. @throws ServiceUnavailableError */
  async fetch(): Promise<string> {
    try {
      return await this.fetchOnce();
    } catch (error) {
      if (!(error instanceof GitFailure)) {
        throw error;
      }
      if (!(await isDamage(error.stderr))) {
        throw unavailable(error, this.branch);
      }
    }
    await rm(this.directory, { recursive: true, force: true });
    this.opened = undefined;
    try {
      return await this.fetchOnce();
    } catch (error) {
      throw error instanceof GitFailure
        ? unavailable(error, this.branch)
        : error;
    }
  }

  /** Moves the mirror's own head after a push. */
  async moveTo(sha: string): Promise<void> {
    await this.git.run(['update-ref', this.ref, sha]);
  }

  private async fetchOnce(): Promise<string> {
    await this.open();
    await this.git.run(
      [
        'fetch',
        '--no-tags',
        '--no-write-fetch-head',
        // Something to hear, so that a slow first fetch isn't taken for hung.
        '--progress',
        this.remote.url,
        `+refs/heads/${this.branch}:${this.ref}`,
      ],
      { remote: this.remote },
    );
    const output = await this.git.run(['rev-parse', '--verify', this.ref]);
    return output.trim();
  }

  private async initialize(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    // In a shared temporary folder someone else may have been there first.
    const info = await lstat(this.directory);
    if (
      !info.isDirectory() ||
      (process.getuid && info.uid !== process.getuid())
    ) {
      throw new ServiceUnavailableError(
        `The folder for the copy of the GitOps repository, ${this.directory}, belongs to someone else: set aiopsAgent.git.mirrorDir to a folder of the portal's own.`,
      );
    }
    for (const name of await readdir(this.directory)) {
      const path = join(this.directory, name);
      if (
        LEFTOVER.test(name) &&
        (await stat(path)).mtimeMs < Date.now() - LEFTOVER_AGE_MS
      ) {
        await rm(path, { recursive: true, force: true });
      }
    }
    await this.git.run(['init', '--bare', '--quiet', '--template=']);
  }
}

async function isDamage(said: string): Promise<boolean> {
  const lock = /'([^']+\.lock)': File exists/.exec(said)?.[1];
  if (!lock) {
    return DAMAGED.test(said);
  }
  try {
    return (await stat(lock)).mtimeMs < Date.now() - LOCK_AGE_MS;
  } catch {
    // Gone by now: its process was only busy.
    return false;
  }
}

/** Says in a sentence why the remote could not be read. */
export function unavailable(
  error: GitFailure,
  branch: string,
): ServiceUnavailableError {
  const said = error.stderr;
  let sentence =
    'The GitOps repository does not answer. Nothing was changed; try again in a few minutes.';
  if (/couldn't find remote ref/i.test(said)) {
    sentence = `The GitOps repository has no branch ${branch}: push the platform repository to it first, or set aiopsAgent.git.branch.`;
  } else if (
    /authentication failed|could not read (username|password)|permission denied|returned error: 40[13]/i.test(
      said,
    )
  ) {
    sentence =
      'The GitOps repository refuses the portal: check aiopsAgent.git.username and aiopsAgent.git.password. Nothing was changed.';
  } else if (/ENOENT/.test(said)) {
    sentence =
      'The portal could not run git: install git on the machine that the backend runs on.';
  }
  return new ServiceUnavailableError(sentence, error);
}
