import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Starts the portal the way a person does, on ports and state of its own, and
 * stops it at the end. `AIOPS_E2E_RUNNING=1` uses one that runs already.
 */
export default async function startPortal() {
  if (process.env.AIOPS_E2E_RUNNING) {
    return undefined;
  }
  const stateDir = mkdtempSync(join(tmpdir(), 'aiops-portal-e2e-'));
  process.env.AIOPS_STATE_DIR = stateDir;
  process.env.AIOPS_PORT ??= '17007';
  process.env.AIOPS_SANDBOX_PORT ??= '17100';

  const env: NodeJS.ProcessEnv = { ...process.env };
  // Under `yarn` the same script would start the developers' servers.
  delete env.npm_config_user_agent;
  const portal = spawn('node', ['scripts/portal.mjs', 'start'], {
    cwd: resolve(__dirname, '..'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<void>(done => portal.once('exit', () => done()));
  await new Promise<void>((ready, fail) => {
    portal.stdout.on('data', chunk => {
      output += chunk;
      if (output.includes('Ctrl-C stops it')) {
        ready();
      }
    });
    portal.stderr.on('data', chunk => {
      output += chunk;
    });
    portal.once('exit', code =>
      fail(
        new Error(`The portal did not start (exit code ${code}):\n${output}`),
      ),
    );
  });

  return async () => {
    portal.kill('SIGINT');
    await exited;
    rmSync(stateDir, { recursive: true, force: true });
  };
}
