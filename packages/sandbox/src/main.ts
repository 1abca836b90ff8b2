import { fstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startSandbox } from './sandbox';

const PARENT_CHECK_MS = 2_000;

/** The sandbox as a process: settings from the environment, one line when it is ready. */
async function main(): Promise<void> {
  const root = join(
    dirname(require.resolve('@aiops-portal/sandbox/package.json')),
    '../..',
  );
  const sandbox = await startSandbox({
    stateDir: resolve(
      process.env.AIOPS_STATE_DIR ?? join(root, '.aiops-portal/sandbox'),
    ),
    gitopsDir: resolve(process.env.AIOPS_GITOPS_DIR ?? join(root, 'gitops')),
    portalUrl: process.env.AIOPS_PORTAL_URL ?? 'http://localhost:7007',
    basePort: portFrom(process.env.AIOPS_SANDBOX_PORT ?? '7100'),
    logger: {
      info: () => {},
      warn: message => process.stderr.write(`${message}\n`),
      error: (message, error) =>
        process.stderr.write(`${message}${error ? `: ${error.stack}` : ''}\n`),
    },
  });

  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      sandbox.stop().then(
        () => process.exit(0),
        error => fail(error),
      );
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  leaveWithParent(stop);
  process.stdout.write(`The sandbox is ready: ${sandbox.addresses.control}\n`);
}

/** Whoever started it may end without a word; then nobody would stop it. */
function leaveWithParent(stop: () => void): void {
  const input = fstatSync(0, { throwIfNoEntry: false });
  if (input?.isFIFO() || input?.isSocket()) {
    process.stdin.on('end', stop);
    process.stdin.on('error', stop);
    process.stdin.resume();
  }
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
}

function portFrom(text: string): number {
  const port = Number(text);
  // Six ports in a row.
  if (!Number.isInteger(port) || port < 1 || port > 65_530) {
    throw new Error(
      `AIOPS_SANDBOX_PORT is "${text}"; it has to be a port from 1 to 65530.`,
    );
  }
  return port;
}

function fail(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

main().catch(fail);
