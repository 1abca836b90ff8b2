import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProcess, type TestProcess } from './testing';
import { credentials } from './world';

const run = promisify(execFile);
const REPO = 'https://git.corp.example.com/platform.git';

const application = (name: string, path: string, automated: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  project: default
  source: { repoURL: '${REPO}', targetRevision: main, path: ${path}, directory: { recurse: true } }
  destination: { server: 'https://kubernetes.default.svc' }
  syncPolicy: { ${automated} }
`;
const app = (name: string, image: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { namespace: blog, name: ${name}, annotations: { aiops-portal.io/title: '${name} of the team' } }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: web, image: '${image}', ports: [{ containerPort: 80 }], envFrom: [{ secretRef: { name: ${name} } }] }
---
apiVersion: v1
kind: Service
metadata: { namespace: blog, name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { namespace: blog, name: ${name} }
spec:
  rules: [{ host: ${name}.corp.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { number: 80 } } } }] } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { namespace: blog, name: ${name} }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: PASSWORD, remoteRef: { key: teams/events/${name}, property: password } }]
`;

/** A port from which on six in a row are free, as far as one can tell. */
async function freePorts(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return Math.min(port, 65_000);
}

describe('the sandbox as a process', () => {
  jest.setTimeout(60_000);
  let folder: string;
  let port: number;
  let sandbox: TestProcess | undefined;

  const start = async () => {
    sandbox = await startProcess(join(__dirname, 'main.ts'), [], {
      AIOPS_STATE_DIR: join(folder, 'state'),
      AIOPS_GITOPS_DIR: join(folder, 'gitops'),
      AIOPS_SANDBOX_PORT: String(port),
    });
    return sandbox;
  };
  // Names below localhost are known to browsers only.
  const site = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: port + 5,
        headers: { host: `${host}.localhost` },
      };
      request(options, res => {
        res.resume();
        resolve(res.statusCode);
      })
        .on('error', reject)
        .end();
    });
  const until = async (what: () => Promise<boolean>) => {
    const end = Date.now() + 15_000;
    while (!(await what())) {
      if (Date.now() > end) {
        throw new Error(`It didn't happen: ${what}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };
  const kubectl = async (...args: string[]) => {
    const kubeconfig = join(folder, 'state', 'kubeconfig');
    const { stdout } = await run('kubectl', [
      '--kubeconfig',
      kubeconfig,
      ...args,
    ]);
    return stdout.trim();
  };
  const deliveries = () =>
    kubectl(
      'get',
      'applications',
      '-n',
      'argocd',
      '-o',
      'jsonpath={range .items[*]}{.metadata.name}={.status.sync.status}/{.status.health.status} {end}',
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    port = await freePorts();
    const put = async (path: string, text: string) => {
      const file = join(folder, 'gitops', path);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, text);
    };
    await put(
      'argo-apps/app-of-apps.yaml',
      [
        application(
          'app-of-apps',
          'argo-apps',
          'automated: { prune: true, selfHeal: true }',
        ),
        application('blog', 'k8s-manifests', ''),
      ].join('---'),
    );
    await put(
      'k8s-manifests/platform.yaml',
      `apiVersion: v1\nkind: Namespace\nmetadata: { name: blog }\n---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec: { provider: { vault: { server: 'http://vault.vault.svc:8200', path: secret, version: v2 } } }
`,
    );
    await put('k8s-manifests/old.yaml', app('old', 'ghost:5'));
  });
  afterEach(async () => {
    await sandbox?.stop();
    sandbox = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  it('runs what the repository says, from the first commit on and after each push, and keeps it over a restart', async () => {
    const { firstLine } = await start();
    expect(firstLine).toBe(`The sandbox is ready: http://127.0.0.1:${port}`);
    const health = await (
      await fetch(`http://127.0.0.1:${port}/healthz`)
    ).json();
    expect(health).toMatchObject({
      status: 'ready',
      people: expect.arrayContaining([
        expect.objectContaining({ name: 'noor' }),
      ]),
    });
    // Production was synced by hand long ago, and its passwords are in Vault.
    await until(async () => (await site('old.corp.example.com')) === 200);
    await until(
      async () =>
        (await deliveries()) ===
        'app-of-apps=Synced/Healthy blog=Synced/Healthy',
    );

    const { username, password } = credentials.git;
    const work = join(folder, 'work');
    const git = (...args: string[]) =>
      run('git', [
        '-C',
        work,
        '-c',
        'user.name=Portal',
        '-c',
        'user.email=portal@corp.example.com',
        ...args,
      ]);
    await run('git', [
      'clone',
      '-q',
      `http://${username}:${password}@127.0.0.1:${port + 2}/platform.git`,
      work,
    ]);
    await rm(join(work, 'k8s-manifests/old.yaml'));
    await writeFile(
      join(work, 'k8s-manifests/new.yaml'),
      app('new', 'wordpress:6.8-apache'),
    );
    await writeFile(
      join(work, 'argo-apps/app-of-apps.yaml'),
      [
        application(
          'app-of-apps',
          'argo-apps',
          'automated: { prune: true, selfHeal: true }',
        ),
        application(
          'blog',
          'k8s-manifests',
          'automated: { prune: true, selfHeal: true }',
        ),
      ].join('---'),
    );
    await git('add', '--all');
    await git('commit', '-qm', 'New for old');
    await git('push', '-q');
    await until(async () => (await site('new.corp.example.com')) === 503);
    await fetch(
      `http://127.0.0.1:${port + 3}/v1/secret/data/teams/events/new`,
      {
        method: 'POST',
        headers: { 'x-vault-token': credentials.vault.portal },
        body: JSON.stringify({ options: { cas: 0 }, data: { password: 'p' } }),
      },
    );
    await until(async () => (await site('new.corp.example.com')) === 200);
    await until(async () => (await site('old.corp.example.com')) === 404);
    expect(
      await kubectl(
        'get',
        'secret',
        '-n',
        'blog',
        'new',
        '-o',
        'jsonpath={.data.PASSWORD}',
      ),
    ).toBe('cA==');

    const uid = await kubectl(
      'get',
      'deployment',
      '-n',
      'blog',
      'new',
      '-o',
      'jsonpath={.metadata.uid}',
    );
    expect(await sandbox?.stop()).toBe(0);
    await start();
    await until(async () => (await site('new.corp.example.com')) === 200);
    expect(
      await kubectl(
        'get',
        'deployment',
        '-n',
        'blog',
        'new',
        '-o',
        'jsonpath={.metadata.uid}',
      ),
    ).toBe(uid);
    expect(sandbox?.complaints()).toBe('');
  });

  it('says which port is taken and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>(resolve =>
      taken.listen(port + 3, '127.0.0.1', resolve),
    );
    await expect(start()).rejects.toThrow(
      `Port ${
        port + 3
      } on 127.0.0.1 is in use, so the sandbox's Vault cannot start.`,
    );
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow(
      'fetch failed',
    );
    await new Promise(resolve => taken.close(resolve));
    await rm(join(folder, 'gitops'), { recursive: true });
    await rm(join(folder, 'state'), { recursive: true });
    await expect(start()).rejects.toThrow(
      "The platform repository's first content is missing",
    );
  });
});
