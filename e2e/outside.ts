import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const sandbox = () => {
  const stateDir = process.env.AIOPS_STATE_DIR;
  if (!stateDir) {
    throw new Error('AIOPS_STATE_DIR names no state of a running portal.');
  }
  return join(stateDir, 'sandbox');
};

/** What real kubectl says about the sandbox's cluster. */
export function kubectl(...args: string[]) {
  return execFileSync(
    'kubectl',
    ['--kubeconfig', join(sandbox(), 'kubeconfig'), ...args],
    { encoding: 'utf8' },
  );
}

/** The history of the GitOps repository, newest first. */
export function gitLog() {
  return execFileSync(
    'git',
    ['-C', join(sandbox(), 'git/platform.git'), 'log', 'main'],
    { encoding: 'utf8' },
  );
}
