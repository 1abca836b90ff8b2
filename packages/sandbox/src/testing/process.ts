import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process of ours, started by a test. */
export interface TestProcess {
  /** The first line that it printed. */
  firstLine: string;
  /** Everything that it wrote to stderr so far. */
  complaints(): string;
  /** Closes its input, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Runs a TypeScript file as a process of its own, as the portal's scripts do.
 * Jest can't load ES modules such as `oidc-provider`; Node can.
 *
 * @throws Error with what it complained about when it ends before it is ready.
 */
export async function startProcess(
  file: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<TestProcess> {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const child = spawn(
    process.execPath,
    ['--require', transform, file, ...args],
    {
      env: { PATH: process.env.PATH, ...environment } as NodeJS.ProcessEnv,
      stdio: 'pipe',
    },
  );
  let complaints = '';
  child.stderr.on('data', chunk => {
    complaints += chunk;
  });
  const ended = new Promise<number | null>(resolve =>
    child.once('close', resolve),
  );
  const firstLine = await Promise.race([
    new Promise<string>(resolve =>
      createInterface(child.stdout).once('line', resolve),
    ),
    ended.then(code => {
      throw new Error(`It ended with ${code}: ${complaints}`);
    }),
  ]);
  return {
    firstLine,
    complaints: () => complaints,
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
