import {
  readPlatform,
  type FileEdit,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { createComposer } from './composer';
import { applyEdits } from './diff';
import { platformWith } from './__testUtils__/platform';

const options = {
  domain: 'corp.example.com',
  now: new Date('2026-11-16T09:30:00Z'),
};
const inAWeek = new Date('2026-11-23T09:30:00Z');
const home = { name: 'shop-dev', team: 'shop', tier: 'dev' } as const;

const HAND_WRITTEN = `---
# The shop's own manifests: keep them as they are.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: checkout
  labels: {app: checkout} # one label
spec:
  # as many as we need on Mondays
  replicas: 3
  selector:
    matchLabels: {app: checkout}
  template:
    metadata:
      labels: {app: checkout}
    spec:
      containers:
      - name: checkout
        image: "ghcr.io/acme/checkout:2.0.1"
        args: ['--mode=fast', "--quiet"]
        resources:
          requests: {cpu: 100m, memory: 128Mi}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: checkout
  annotations:
    kubernetes.io/ingress.class: traefik
spec:
  rules:
  - host: checkout.corp.example.com
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: tidy
spec:
  schedule: "0 2 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers:
          - name: tidy
            image: ghcr.io/acme/tidy:1.0.0
            resources:
              requests: {cpu: 100m, memory: 128Mi}
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: log-reader
spec:
  selector:
    matchLabels: {app: log-reader}
  template:
    metadata:
      labels: {app: log-reader}
    spec:
      containers:
      - name: log-reader
        image: ghcr.io/acme/logs:1.0.0
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: scaled-by-another
spec:
  selector:
    matchLabels: {app: other}
  template:
    metadata:
      labels: {app: other}
    spec:
      containers:
      - name: other
        image: ghcr.io/acme/other:1.0.0
`;

function world(): PlatformSnapshot {
  const compose = createComposer(platformWith(), options);
  return platformWith([
    ...compose.environment(home).edits,
    ...compose.deploy({
      blueprint: 'wordpress',
      name: 'blog',
      environment: home,
      traffic: 'high',
    }).edits,
    {
      path: 'k8s-manifests/apps/shop-dev/checkout/all.yaml',
      content: HAND_WRITTEN,
    },
  ]);
}

const after = (platform: PlatformSnapshot, edits: FileEdit[]) =>
  readPlatform(applyEdits(platform.files, edits), 'after');

function thing(platform: PlatformSnapshot, name: string) {
  const found = platform.deployed.find(one => one.name === name);
  expect(found).toBeDefined();
  return found!;
}

const environmentOf = (platform: PlatformSnapshot) => platform.environments[0];

describe('sleep and wake', () => {
  it('stops everything of a thing, keeps its data, and puts it back to the letter', () => {
    const platform = world();
    for (const name of ['blog', 'blog-db', 'checkout']) {
      const asleep = after(
        platform,
        createComposer(platform, options).sleep(thing(platform, name), inAWeek)
          .edits,
      );
      const sleeper = thing(asleep, name);
      expect(asleep.problems).toEqual([]);
      expect(sleeper.asleep).toEqual({
        since: '2026-11-16T09:30:00.000Z',
        removeAfter: '2026-11-23T09:30:00.000Z',
      });
      expect(
        sleeper.workloads
          .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
          .map(({ replicas }) => replicas),
      ).toEqual(expect.arrayContaining([0]));
      expect(sleeper.volumes).toEqual(thing(platform, name).volumes);
      expect(sleeper.hosts).toEqual(thing(platform, name).hosts);

      const awake = after(
        asleep,
        createComposer(asleep, options).wake(sleeper).edits,
      );
      expect(awake.files).toEqual(platform.files);
    }
  });

  it('changes nothing but what makes it sleep in what people wrote', () => {
    const platform = world();
    const [edit] = createComposer(platform, options).sleep(
      thing(platform, 'checkout'),
    ).edits;
    const before = new Set(HAND_WRITTEN.split('\n'));
    const lines = edit.content?.split('\n') ?? [];
    expect(lines.filter(line => !before.has(line))).toEqual([
      '    aiops-portal.io/wake-replicas: "3"',
      '    aiops-portal.io/asleep-since: 2026-11-16T09:30:00.000Z',
      '  replicas: 0',
      '    kubernetes.io/ingress.class: asleep',
      '    aiops-portal.io/wake-ingress-class: traefik',
      '    aiops-portal.io/asleep-since: 2026-11-16T09:30:00.000Z',
      '    aiops-portal.io/wake-suspend: unset',
      '    aiops-portal.io/asleep-since: 2026-11-16T09:30:00.000Z',
      '  suspend: true',
      '    aiops-portal.io/wake-node: unset',
      '    aiops-portal.io/asleep-since: 2026-11-16T09:30:00.000Z',
      '      nodeSelector:',
      '        aiops-portal.io/asleep: "true"',
      '    aiops-portal.io/wake-replicas: unset',
      '    aiops-portal.io/asleep-since: 2026-11-16T09:30:00.000Z',
      '  replicas: 0',
    ]);
  });

  it('is reached by nobody while it sleeps', () => {
    const platform = world();
    const { edits } = createComposer(platform, options).sleep(
      thing(platform, 'blog'),
    );
    const ingress = edits.find(({ path }) => path.endsWith('/ingress.yaml'));
    expect(ingress?.content).toContain('ingressClassName: asleep');
  });

  it('lets an environment sleep, and does not wake what slept in it before', () => {
    const platform = world();
    const first = after(
      platform,
      createComposer(platform, options).sleep(thing(platform, 'checkout'))
        .edits,
    );
    const later = { ...options, now: new Date('2026-11-17T09:30:00Z') };
    const asleep = after(
      first,
      createComposer(first, later).sleep(environmentOf(first), inAWeek).edits,
    );
    expect(environmentOf(asleep).asleep?.since).toBe(
      '2026-11-17T09:30:00.000Z',
    );
    expect(thing(asleep, 'blog').asleep?.since).toBe(
      '2026-11-17T09:30:00.000Z',
    );
    expect(thing(asleep, 'checkout').asleep?.since).toBe(
      '2026-11-16T09:30:00.000Z',
    );
    const awake = after(
      asleep,
      createComposer(asleep, later).wake(environmentOf(asleep)).edits,
    );
    expect(awake.files).toEqual(first.files);
  });

  it('says the same agreement an hour later', () => {
    const platform = world();
    const hourLater = { ...options, now: new Date('2026-11-16T10:30:00Z') };
    const [one, other] = [options, hourLater].map(
      at =>
        createComposer(platform, at).sleep(
          thing(platform, 'blog'),
          new Date(at.now.getTime() + 7 * 86_400_000),
        ).values,
    );
    expect(one).toEqual({ 'blog.asleep': true, 'blog.keptDays': 7 });
    expect(other).toEqual(one);
  });

  it('removes all files of a thing, or of an environment and all in it', () => {
    const platform = world();
    const compose = createComposer(platform, options);
    const without = after(
      platform,
      compose.remove(thing(platform, 'blog-db')).edits,
    );
    expect(without.deployed.map(({ name }) => name).sort()).toEqual([
      'blog',
      'checkout',
    ]);
    const empty = after(
      platform,
      compose.remove(environmentOf(platform)).edits,
    );
    expect(empty.environments).toEqual([]);
    expect(empty.files).toEqual(platformWith().files);
  });
});
