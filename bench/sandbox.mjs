// How much of the machine the sandbox's cluster takes when it is large.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caller, kubernetesToken, orNothing } from './http.mjs';
import { load, percentile, print, round, timed, until } from './measuring.mjs';
import { residentMegabytes } from './memory.mjs';
import { addNode } from './node.mjs';

const PODS = 2000;
const LISTS = 40;
const NAMESPACE = 'bench-large';
const LIST = `/api/v1/namespaces/${NAMESPACE}/pods`;
const DEPLOYMENT = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`;

/** The sandbox as a process of its own, on nothing but what it begins with. */
async function startSandbox({ node, env, root, port, stateDir }) {
  const { sandboxArgs } = await import('../scripts/portal/run-portal.mjs');
  return spawn(node, sandboxArgs, {
    cwd: root,
    env: {
      ...env,
      AIOPS_STATE_DIR: stateDir,
      AIOPS_SANDBOX_PORT: String(port),
    },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

const deployment = {
  metadata: { name: 'large' },
  spec: {
    replicas: PODS,
    selector: { matchLabels: { app: 'large' } },
    template: {
      metadata: { labels: { app: 'large' } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'nginx:1.27',
            ports: [{ name: 'http', containerPort: 8080 }],
            env: [{ name: 'GREETING', value: 'hello' }],
            resources: {
              requests: { cpu: '10m', memory: '16Mi' },
              limits: { memory: '32Mi' },
            },
            readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
          },
        ],
      },
    },
  },
};

/** How long the text of a list takes over HTTP, from the first byte asked to the last one read, in milliseconds. */
async function listTimes(url, token) {
  const read = async () => {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
    });
    if (!response.ok) {
      throw new Error(`${url}: ${response.status}`);
    }
    return (await response.text()).length;
  };
  await read();
  return load(LISTS, 1, read);
}

/** A plain server that has nothing to do but send the same text. */
async function plainTimes({ node, text, folder, port }) {
  const file = join(folder, 'pods.json');
  writeFileSync(file, text);
  const child = spawn(
    node,
    [new URL('./plain-list.mjs', import.meta.url).pathname, file, String(port)],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const url = `http://127.0.0.1:${port}/`;
  try {
    await until('the plain server', () =>
      fetch(url).then(
        response => response.ok,
        () => false,
      ),
    );
    return await listTimes(url, '');
  } finally {
    child.kill();
  }
}

/**
 * Memory and list time of the sandbox with 2,000 pods that run.
 *
 * @param {{ node: string, env: object, root: string, port: number }} place
 */
export async function sandboxAtTwoThousandPods(place) {
  const folder = mkdtempSync(join(tmpdir(), 'aiops-portal-bench-sandbox-'));
  const sandbox = await startSandbox({ ...place, stateDir: folder });
  try {
    const base = `http://127.0.0.1:${place.port}`;
    await until('sandbox', () =>
      fetch(`${base}/healthz`).then(
        response => response.ok,
        () => false,
      ),
    );
    const url = `http://127.0.0.1:${place.port + 1}`;
    const token = kubernetesToken(join(folder, 'kubeconfig'));
    const cluster = caller(url, token);
    const before = residentMegabytes(sandbox.pid);
    await addNode(cluster, PODS);
    await cluster('POST', '/api/v1/namespaces', {
      metadata: { name: NAMESPACE },
    });
    const { ms } = await timed(async () => {
      await cluster('POST', DEPLOYMENT, deployment);
      await until('pods', async () => {
        const found = await orNothing(cluster('GET', `${DEPLOYMENT}/large`));
        return found?.status?.readyReplicas === PODS;
      });
    });
    const times = await listTimes(`${url}${LIST}`, token);
    const resident = residentMegabytes(sandbox.pid);
    const text = JSON.stringify(await cluster('GET', LIST));
    const plain = await plainTimes({
      node: place.node,
      text,
      folder,
      port: place.port + 9,
    });
    print({
      name: 'sandbox-memory-at-2000-pods',
      unit: 'MB resident',
      value: resident,
      secondsToReady: round(ms / 1000, 1),
      baseline: 'the same sandbox before the pods',
      baselineValue: before,
      goal: '< 300',
    });
    print({
      name: 'sandbox-list-of-2000-pods',
      unit: 'ms',
      megabytes: round(text.length / 1e6, 1),
      p50: round(percentile(times, 0.5), 1),
      p95: round(percentile(times, 0.95), 1),
      baseline: 'a plain Node server that sends the same text',
      baselineP50: round(percentile(plain, 0.5), 1),
      baselineP95: round(percentile(plain, 0.95), 1),
      ratioP50: round(percentile(times, 0.5) / percentile(plain, 0.5)),
      goal: '< 200',
    });
  } finally {
    const gone = new Promise(done => sandbox.once('exit', done));
    sandbox.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}
