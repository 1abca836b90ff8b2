import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKubernetesSandbox,
  realClock,
  writeKubeconfig,
  type KubernetesSandbox,
} from '..';

/**
 * A kubeconfig of a cluster that must keep the contract as well; the sandbox's
 * own when it isn't set.
 */
const CONTRACT_KUBECONFIG = 'AIOPS_CONTRACT_KUBECONFIG';

/** A cluster that the contract is tried on. */
export interface ContractTarget {
  kubeconfig: string;
  /** Of somebody who may only read; the sandbox alone has one. */
  readerKubeconfig?: string;
  sandbox?: KubernetesSandbox;
  stop(): Promise<void>;
}

const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, error?: Error) => {
    throw new Error(message, { cause: error });
  },
};

/** The cluster that the environment names, or a fresh sandbox. */
export async function contractTarget(): Promise<ContractTarget> {
  const given = process.env[CONTRACT_KUBECONFIG];
  if (given) {
    return { kubeconfig: given, stop: async () => undefined };
  }
  const sandbox = await createKubernetesSandbox({
    port: 0,
    clock: realClock(),
    users: [
      { token: 'ada-token', name: 'ada', groups: ['platform'], role: 'admin' },
      { token: 'vic-token', name: 'vic', groups: ['guests'], role: 'reader' },
    ],
    timing: { pullMs: 60, startMs: 20, readyMs: 40, stopMs: 50, taskMs: 100 },
    logger: quiet,
  });
  await sandbox.start();
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  const kubeconfig = join(folder, 'admin');
  const readerKubeconfig = join(folder, 'reader');
  writeKubeconfig(sandbox.url, 'ada-token', kubeconfig);
  writeKubeconfig(sandbox.url, 'vic-token', readerKubeconfig);
  return {
    kubeconfig,
    readerKubeconfig,
    sandbox,
    async stop() {
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Why kubectl can't be used here, or undefined when it can: it must be 1.27 or newer. */
export function kubectlProblem(): string | undefined {
  try {
    const { clientVersion } = JSON.parse(
      execFileSync('kubectl', ['version', '--client', '-o', 'json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    return Number.parseInt(clientVersion.minor, 10) >= 27
      ? undefined
      : `kubectl is ${clientVersion.gitVersion}, and 1.27 or newer is needed`;
  } catch {
    return 'kubectl is not on the PATH';
  }
}

/** Waits until something holds, for at most ten seconds; for clusters whose clock nobody can move. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await check();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`It did not come about: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
