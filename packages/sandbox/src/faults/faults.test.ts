import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRepository, type PlatformRepository } from '../git';
import { listen, type RunningServer } from '../http';
import {
  manualClock,
  type KubeObject,
  type KubernetesSandbox,
} from '../kubernetes';
import { podMetrics } from '../kubernetes/metrics';
import { quantity } from '../kubernetes/values/quantity';
import { jsonFile } from '../state';
import { GITOPS, startCompany } from '../testing/company';
import { readPeople } from '../world';
import { Faults } from './Faults';
import { faultRoutes } from './routes';

const CHECKOUT = 'k8s-manifests/apps/shop-prod/checkout-api/deployment.yaml';

describe('faults that anybody may switch on and off', () => {
  const clock = manualClock();
  let folder: string;
  let sandbox: KubernetesSandbox;
  let repository: PlatformRepository;
  let faults: Faults;

  const open = () =>
    new Faults({
      cluster: sandbox.api,
      programs: sandbox.programs,
      repository,
      people: readPeople(),
      clock,
      kept: jsonFile(join(folder, 'faults.json')),
    });
  const pods = (namespace: string, instance: string) =>
    sandbox.api.list('v1', 'Pod', {
      namespace,
      labelSelector: `app.kubernetes.io/instance=${instance}`,
    });
  const isReady = ({ status }: KubeObject) =>
    status.conditions.some(
      (one: any) => one.type === 'Ready' && one.status === 'True',
    );
  const cores = (pod: KubeObject) =>
    quantity(
      podMetrics(pod, sandbox.programs, clock.now())?.containers[0].usage.cpu,
    );
  const on = async () =>
    (await faults.list()).filter(({ since }) => since).map(({ name }) => name);
  const imageInGit = async () =>
    /checkout-api:(\S+)/.exec(
      (await repository.files(await repository.head(), [CHECKOUT])).get(
        CHECKOUT,
      )!,
    )![1];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faults-'));
    sandbox = await startCompany(clock);
    repository = await openRepository({
      directory: join(folder, 'platform.git'),
      seedDirectory: GITOPS,
      branch: 'main',
      now: clock.now(),
    });
    clock.advance(30_000);
    faults = open();
  });
  afterAll(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await faults.mendEverything();
    clock.advance(10 * 60_000);
    if (!pods('shop-prod', 'checkout-api').every(isReady)) {
      throw new Error('Mending everything left the checkout ill');
    }
  });

  it('make the shop slow, also after a restart of the sandbox, until they are mended', async () => {
    await faults.switch('shop-slow', true);
    clock.advance(5_000);
    pods('shop-prod', 'storefront').forEach(pod =>
      expect(cores(pod)).toBeGreaterThan(0.95),
    );
    sandbox.programs.disturb({});
    faults = open();
    expect(await on()).toEqual(['shop-slow']);
    pods('shop-prod', 'storefront').forEach(pod =>
      expect(cores(pod)).toBeGreaterThan(0.95),
    );
    await faults.switch('shop-slow', false);
    pods('shop-prod', 'storefront').forEach(pod =>
      expect(cores(pod)).toBeLessThan(0.5),
    );
  });

  it('fill a disk, so that the database stops and nobody who needs it serves', async () => {
    await faults.switch('disk-full', true);
    clock.advance(90_000);
    const [database] = pods('shop-prod', 'shop-db');
    expect(database.status.containerStatuses[0]).toMatchObject({
      ready: false,
      lastState: { terminated: { exitCode: 1 } },
    });
    expect(pods('shop-prod', 'checkout-api').some(isReady)).toBe(false);
    // More room mends it as well.
    sandbox.api.patch(
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'shop-prod',
        name: 'data-shop-db-0',
      },
      { spec: { resources: { requests: { storage: '40Gi' } } } },
    );
    clock.advance(6 * 60_000);
    expect(pods('shop-prod', 'shop-db').every(isReady)).toBe(true);
  });

  it('cut a node off, whose pods begin anew elsewhere after five minutes', async () => {
    const node = () =>
      sandbox.api.get({ apiVersion: 'v1', kind: 'Node', name: 'node-3' })!;
    const there = () =>
      pods('shop-prod', 'checkout-api').filter(
        pod => pod.spec.nodeName === 'node-3',
      );
    expect(there()).not.toEqual([]);
    await faults.switch('node-cut', true);
    clock.advance(1_000);
    expect(node().spec.taints).toContainEqual(
      expect.objectContaining({
        key: 'node.kubernetes.io/unreachable',
        effect: 'NoExecute',
      }),
    );
    expect(
      node().status.conditions.find((one: any) => one.type === 'Ready'),
    ).toMatchObject({ status: 'Unknown', reason: 'NodeStatusUnknown' });
    expect(there().some(isReady)).toBe(false);
    clock.advance(5.5 * 60_000);
    expect(there().every(pod => pod.metadata.deletionTimestamp)).toBe(true);
    expect(pods('shop-prod', 'checkout-api').filter(isReady)).toHaveLength(3);

    await faults.switch('node-cut', false);
    clock.advance(10_000);
    expect(there().some(pod => pod.metadata.deletionTimestamp)).toBe(false);
    expect(node().spec.taints).toBeUndefined();
  });

  it('break an image by a commit of the person who would, and are off once somebody mends it in Git', async () => {
    const before = await imageInGit();
    await faults.switch('checkout-image', true);
    await faults.switch('checkout-image', true);
    expect(await imageInGit()).toBe('1.9.0');
    const commit = await repository.commit(await repository.head());
    expect(commit).toMatchObject({
      author: 'Dev Patel <dev@corp.example.com>',
      message: 'Release checkout 1.9.0',
    });
    expect(await on()).toEqual(['checkout-image']);

    await faults.switch('checkout-image', false);
    expect(await imageInGit()).toBe(before);
    expect((await repository.commit(await repository.head()))!.message).toMatch(
      /^Revert "Release checkout 1.9.0"\n\nThis reverts commit [0-9a-f]{40}\.$/,
    );

    await faults.switch('checkout-image', true);
    const text = (
      await repository.files(await repository.head(), [CHECKOUT])
    ).get(CHECKOUT)!;
    const head = await repository.commitFile({
      path: CHECKOUT,
      content: text.replace(':1.9.0', ':1.8.2'),
      message: 'Roll back',
      author: { name: 'Portal', email: 'portal@corp.example.com' },
      at: clock.now(),
    });
    expect(await on()).toEqual([]);
    await faults.mendEverything();
    expect(await repository.head()).toBe(head);
  });

  describe('over HTTP', () => {
    let server: RunningServer;
    const headers = { accept: 'application/json' };

    beforeAll(async () => {
      const routes = faultRoutes(faults);
      server = await listen(
        async (req, res) => {
          await routes(req, res, new URL(req.url!, 'http://x').pathname);
        },
        {
          name: 'control page',
          host: '127.0.0.1',
          port: 0,
          onError: error => {
            throw error;
          },
        },
      );
    });
    afterAll(() => server.close());

    const post = (fields: Record<string, string>) =>
      fetch(`${server.url}/faults`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });

    it('are listed, switched and mended by scripts', async () => {
      const put = await fetch(`${server.url}/faults/registry-away`, {
        method: 'PUT',
        headers,
      });
      expect(put.status).toBe(200);
      expect(await on()).toEqual(['registry-away']);
      const unknown = await fetch(`${server.url}/faults/nothing`, {
        method: 'PUT',
        headers,
      });
      expect(unknown.status).toBe(409);
      expect(await unknown.json()).toEqual({
        error: expect.stringMatching(
          /^There is no fault nothing, so nothing was changed/,
        ),
      });
      await fetch(`${server.url}/faults`, { method: 'DELETE', headers });
      expect(await on()).toEqual([]);
    });

    it('are switched by the page’s own forms, and by no other page', async () => {
      expect((await post({ on: 'shop-slow' })).status).toBe(403);
      expect((await post({ on: 'shop-slow', key: 'guess' })).status).toBe(403);
      expect(await on()).toEqual([]);
      const page = await (await fetch(`${server.url}/faults`)).text();
      const [, key] = /name="key" value="([^"]+)"/.exec(page)!;
      expect((await post({ on: 'shop-slow', key })).status).toBe(303);
      expect(await on()).toEqual(['shop-slow']);
      expect((await post({ mend: 'everything', key })).status).toBe(303);
      expect(await on()).toEqual([]);
    });
  });
});
