// How a thing is, asked of the assistant, which has the cluster in memory, and
// of Backstage's Kubernetes plugin, which asks the cluster each time.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caller, kubernetesToken, orNothing } from './http.mjs';
import { load, percentile, print, round, until } from './measuring.mjs';
import { addNode } from './node.mjs';

const PODS = 1000;
const NAME = 'thousand';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: bench-dev
  annotations:
    aiops-portal.io/owner: shop
    aiops-portal.io/tier: dev
`;

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${NAME}
  labels: { app.kubernetes.io/instance: ${NAME} }
spec:
  replicas: ${PODS}
  selector: { matchLabels: { app.kubernetes.io/instance: ${NAME} } }
  template:
    metadata:
      labels: { app.kubernetes.io/instance: ${NAME} }
    spec:
      containers:
        - name: ${NAME}
          image: registry.corp.example.com/shop/${NAME}:1.0.0
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /healthz, port: http } }
`;

/** Somebody pushes the thing to the platform repository by hand. */
function push(remote) {
  const folder = mkdtempSync(join(tmpdir(), 'aiops-portal-bench-git-'));
  const git = (...args) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Ada', '-c', 'user.email=ada@corp.example.com', ...args],
      { cwd: folder, stdio: 'pipe' },
    );
  const write = (path, content) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  try {
    git('clone', '--quiet', remote, '.');
    write(
      'k8s-manifests/platform/environments/bench-dev/namespace.yaml',
      NAMESPACE,
    );
    write(`k8s-manifests/apps/bench-dev/${NAME}/deployment.yaml`, DEPLOYMENT);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A thing with many pods');
    git('push', '--quiet', 'origin', 'HEAD');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A status answer against the same question put to Backstage's Kubernetes
 * plugin, both over HTTP as the same person, of a thing with 1,000 pods.
 *
 * @param {{ portalUrl: string, sandboxPort: number, sandboxDir: string, token: string }} portal
 */
export async function statusAtThousandPods(portal) {
  const { portalUrl, sandboxPort, sandboxDir, token } = portal;
  const at = offset => `127.0.0.1:${sandboxPort + offset}`;
  const api = caller(`${portalUrl}/api`, token);
  const cluster = caller(
    `http://${at(1)}`,
    kubernetesToken(join(sandboxDir, 'kubeconfig')),
  );
  await addNode(cluster, PODS);
  push(`http://portal:sandbox-git@${at(2)}/platform.git`);
  await until('pods', async () => {
    const found = await orNothing(
      cluster('GET', `/apis/apps/v1/namespaces/bench-dev/deployments/${NAME}`),
    );
    return found?.status?.readyReplicas === PODS;
  });

  const ours = () =>
    api('POST', '/aiops-agent/v1/intents/show_status', {
      params: { target: NAME },
    });
  const theirs = () =>
    api('POST', '/kubernetes/resources/workloads/query', {
      auth: {},
      entityRef: `component:default/${NAME}`,
    });
  await until('catalog', () =>
    orNothing(
      api('GET', `/catalog/entities/by-name/component/default/${NAME}`),
    ),
  );
  await until('watches', async () =>
    JSON.stringify(await ours()).includes(`${PODS} of ${PODS}`),
  );
  const { items } = await theirs();
  const pods = items[0].resources.find(({ type }) => type === 'pods');
  if (pods?.resources.length !== PODS) {
    throw new Error(`The plugin sees ${pods?.resources.length} pods`);
  }

  await load(20, 1, ours);
  await load(5, 1, theirs);
  const measured = [];
  const baseline = [];
  for (let turn = 0; turn < 5; turn++) {
    measured.push(...(await load(20, 1, ours)));
    baseline.push(...(await load(4, 1, theirs)));
  }
  print({
    name: 'status-at-1000-pods',
    unit: 'ms',
    median: round(percentile(measured, 0.5)),
    p95: round(percentile(measured, 0.95)),
    baseline:
      "the same thing's workloads from Backstage's Kubernetes plugin, as the same person",
    baselineMedian: round(percentile(baseline, 0.5)),
    ratio: round(percentile(baseline, 0.5) / percentile(measured, 0.5), 1),
    goal: '>= 20 times faster',
  });
}
