import { GitError, simpleGit, type SimpleGit } from 'simple-git';
import { redact, type GitRemote } from './remote';

/** Without any output for so long a git process is taken for hung. */
const SILENCE_MS = 60_000;

/** Ambient settings of git that an operator may rely on; others are dropped. */
const AMBIENT = ['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSL_CAINFO'];

/** What simple-git guards against in an environment, and we must not inherit. */
const GUARDED = /^(git_.*|editor|pager|prefix|ssh_askpass|visual)$/i;

/** A git command that ended badly. */
export class GitFailure extends GitError {
  constructor(
    readonly exitCode: number,
    readonly stdout: string,
    readonly stderr: string,
  ) {
    super(undefined, stderr.trim() || `git ended with code ${exitCode}`);
  }
}

/** Input and settings of one git command. */
export interface GitRunOptions {
  input?: string;
  env?: Record<string, string>;
  /** Sends the remote's credentials along. */
  remote?: GitRemote;
}

/**
 * Runs real git in one directory, without a shell, unaffected by the
 * surrounding process' git variables and by hooks.
 */
export class GitProcess {
  constructor(
    private readonly directory: string,
    private readonly ambient: NodeJS.ProcessEnv,
  ) {}

  /** Runs git and returns what it printed. @throws GitFailure */
  async run(args: string[], options: GitRunOptions = {}): Promise<string> {
    return await this.git(options).raw(args);
  }

  /** Runs `git cat-file` and returns its bytes. @throws GitFailure */
  async catFile(args: string[], options: GitRunOptions): Promise<Buffer> {
    return await this.git(options).binaryCatFile(args);
  }

  private git(options: GitRunOptions): SimpleGit {
    const guarded = {
      // Never a repository that happens to lie around the folder.
      GIT_DIR: this.directory,
      GIT_TERMINAL_PROMPT: '0',
      ...configEnv([
        ['core.hooksPath', '/dev/null'],
        // A detached gc would outlive the backend.
        ['gc.autoDetach', 'false'],
        ['maintenance.autoDetach', 'false'],
        ...(options.remote?.config ?? []),
      ]),
      ...options.env,
    };
    return simpleGit({
      baseDir: this.directory,
      input: () => options.input,
      timeout: { block: SILENCE_MS },
      allowEnvironment: [...AMBIENT, ...Object.keys(guarded)],
      unsafe: {
        allowUnsafeConfigEnvCount: true,
        allowUnsafeHooksPath: true,
        allowUnsafeSshCommand: true,
        allowUnsafeTemplateDir: true,
      },
      errors: (error, { exitCode, stdOut, stdErr }) => {
        if (!error && exitCode === 0) {
          return undefined;
        }
        const text = (chunks: Buffer[]) =>
          clean(options.remote, Buffer.concat(chunks).toString('utf8'));
        return new GitFailure(
          exitCode,
          text(stdOut),
          text(stdErr) ||
            (error instanceof Error
              ? clean(options.remote, error.message)
              : ''),
        );
      },
    }).env({ ...this.inherited(), LC_ALL: 'C', ...guarded });
  }

  private inherited(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.ambient).filter(
        (entry): entry is [string, string] =>
          entry[1] !== undefined &&
          (AMBIENT.includes(entry[0]) || !GUARDED.test(entry[0])),
      ),
    );
  }
}

function configEnv(config: Array<[string, string]>): Record<string, string> {
  const env: Record<string, string> = {
    GIT_CONFIG_COUNT: String(config.length),
  };
  config.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return env;
}

function clean(remote: GitRemote | undefined, text: string): string {
  return remote ? redact(remote, text) : text;
}
