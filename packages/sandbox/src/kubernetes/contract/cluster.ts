import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKubernetesSandbox, realClock, writeKubeconfig } from '..';
import { findAbilities, type Ability } from './abilities';
import { kubectl, kubectlProblem, type Kubectl } from './kubectl';

/**
 * A kubeconfig of a cluster that must keep the contract as well, which
 * `npm run test:cluster` sets; a fresh sandbox is held to it otherwise.
 */
const given = process.env.AIOPS_CONTRACT_KUBECONFIG;

const problem = kubectlProblem();
const missing: Partial<Record<Ability, string>> =
  given && !problem ? findAbilities(given) : {};

/** What a file of the contract works with: a cluster and a namespace of its own. */
export interface ContractCluster {
  kubeconfig: string;
  namespace: string;
  /** In the namespace, with all rights. */
  admin: Kubectl;
}

/** A test, skipped with the printed reason where the cluster lacks what it needs. */
export function contract(
  sentence: string,
  needs: Ability[],
  test: () => Promise<void>,
): void {
  const reason = problem ?? needs.map(need => missing[need]).find(text => text);
  if (reason) {
    process.stderr.write(`Skipped: "${sentence}", because ${reason}.\n`);
  }
  (reason ? it.skip : it)(sentence, test);
}

/** Has a cluster ready before the tests of the file and leaves none behind. */
export function contractCluster(name: string): ContractCluster {
  const cluster = { namespace: `${name}-${process.pid}` } as ContractCluster;
  let stop = async () => undefined as void;
  jest.setTimeout(given ? 180_000 : 60_000);

  beforeAll(async () => {
    if (problem) {
      return;
    }
    if (given) {
      cluster.kubeconfig = given;
    } else {
      stop = await startSandbox(cluster);
    }
    const { namespace } = cluster;
    const anywhere = kubectl(cluster.kubeconfig);
    await anywhere.ok(`create namespace ${namespace}`);
    if (!missing.controllers) {
      // Until then no pod is let in.
      await until('the namespace has its service account', async () =>
        (
          await anywhere.run(`get serviceaccount default -n ${namespace}`)
        ).status === 0
          ? true
          : undefined,
      );
    }
    cluster.admin = kubectl(cluster.kubeconfig, namespace);
  });
  afterAll(async () => {
    if (cluster.admin) {
      await kubectl(cluster.kubeconfig).ok(
        `delete namespace ${cluster.namespace} --ignore-not-found --wait=false`,
      );
    }
    await stop();
  });
  return cluster;
}

async function startSandbox(cluster: ContractCluster) {
  const sandbox = await createKubernetesSandbox({
    port: 0,
    clock: realClock(),
    users: [
      {
        token: 'ada-token',
        name: 'ada',
        groups: ['system:masters'],
        role: 'admin',
      },
    ],
    timing: {
      pullMs: 60,
      startMs: 20,
      readyMs: 40,
      stopMs: 50,
      taskMs: 100,
      backoffMs: 200,
    },
    logger: {
      info: () => undefined,
      warn: () => undefined,
      error: (message: string, error?: Error) => {
        throw new Error(message, { cause: error });
      },
    },
  });
  await sandbox.start();
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  cluster.kubeconfig = join(folder, 'admin');
  writeKubeconfig(sandbox.url, 'ada-token', cluster.kubeconfig);
  return async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  };
}

/** Waits until something holds, for at most a minute; for clusters whose clock nobody can move. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 60_000;
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
