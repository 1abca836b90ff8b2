import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** The environment of git, without settings or prompts of whoever runs us. */
export function gitEnvironment(
  more: Record<string, string> = {},
): Record<string, string | undefined> {
  return {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...more,
  };
}

/** Starts git with our environment; the caller deals with its streams. */
export function spawnGit(
  args: string[],
  environment: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', args, {
    env: gitEnvironment(environment) as NodeJS.ProcessEnv,
    stdio: 'pipe',
  });
}

/**
 * Runs git and returns what it printed.
 *
 * @throws Error with git's own words when it fails or isn't installed.
 */
export function git(
  args: string[],
  options: { environment?: Record<string, string>; input?: string } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(args, options.environment);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Error(
              'git is not installed on this machine. Install it, then start again.',
            )
          : error,
      ),
    );
    child.once('close', code => {
      if (code === 0) {
        resolve(Buffer.concat(out));
      } else {
        const said = Buffer.concat(err).toString('utf8').trim();
        reject(new Error(`git ${args.find(a => !a.startsWith('-'))}: ${said}`));
      }
    });
    // A git that ends before it has read everything says why by its exit code.
    child.stdin.once('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}
