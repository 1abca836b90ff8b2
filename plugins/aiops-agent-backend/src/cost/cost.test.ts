import { createComposer } from '../planning/composer';
import { applyEdits } from '../planning/diff';
import { platformWith, shippedFiles } from '../planning/__testUtils__/platform';
import { readPlatform } from '@aiops-portal/plugin-aiops-agent-node';
import { createCost } from './cost';
import { formatMoney, formatMonthly } from './money';

const options = { domain: 'corp.example.com', now: new Date(0) };
const home = { name: 'events-dev', team: 'events', tier: 'dev' } as const;

function deployment(name: string, resources: string, kind = 'Deployment') {
  return {
    path: `k8s-manifests/apps/events-dev/${name}/all.yaml`,
    content: `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - { name: a, image: 'a:1', resources: ${resources} }
`,
  };
}

const namespace = {
  path: 'k8s-manifests/platform/environments/events-dev/namespace.yaml',
  content: `apiVersion: v1
kind: Namespace
metadata:
  name: events-dev
  annotations: { aiops-portal.io/owner: events, aiops-portal.io/tier: dev }
`,
};
const REQUESTS = '{ requests: { cpu: 500m, memory: 1Gi } }';

describe('cost', () => {
  it('prices what copies request and the disk they claim, for 730 hours', () => {
    const compose = createComposer(platformWith(), options);
    const platform = platformWith([
      ...compose.environment(home).edits,
      ...compose.deploy({
        blueprint: 'wordpress',
        name: 'conference',
        environment: home,
      }).edits,
    ]);
    const { forIntents } = createCost(platform);
    const find = (name: string) =>
      platform.deployed.find(thing => thing.name === name)!;
    // 0.2 cores × 0.031611 × 730 = 4.615206
    // + 0.5 GiB × 0.004237 × 730 = 1.546505 + 5 GiB × 0.04 = 0.2
    expect(forIntents.ofThing(find('conference'))).toBe(6.36);
    // 0.1 × 23.07603 = 2.307603 + 0.25 × 3.09301 = 0.7732525 + 0.2
    expect(forIntents.ofThing(find('conference-db'))).toBe(3.28);
    // 6.361711 + 3.2808555, rounded once
    expect(forIntents.ofEnvironment(platform.environments[0])).toBe(9.64);
    expect(forIntents.budget('events')).toEqual({
      team: 'events',
      amount: 300,
      spent: 9.64,
      spentAfter: 9.64,
      currency: 'USD',
    });
    expect(forIntents.budget('newcomers')?.amount).toBe(200);
    expect(forIntents.budget('constructor')?.amount).toBe(200);
  });

  it('says what edits change, whatever they are', () => {
    const before = platformWith([
      namespace,
      deployment('api', REQUESTS),
      deployment('same', REQUESTS),
    ]);
    const after = readPlatform(
      applyEdits(before.files, [
        deployment('api', '{ requests: { cpu: "1", memory: 1Gi } }'),
        deployment('worker', REQUESTS),
      ]),
      'after',
    );
    // One copy is 0.5 × 23.07603 + 3.09301 = 14.631025, two are 29.26.
    expect(createCost(before).change(after, 'events')).toEqual({
      currency: 'USD',
      before: 29.26,
      after: 81.6,
      delta: 52.34,
      priced: true,
      lines: [
        { title: 'api', amount: 23.08 },
        { title: 'worker', amount: 29.26 },
      ],
      budget: {
        team: 'events',
        amount: 300,
        spent: 58.52,
        spentAfter: 110.86,
        currency: 'USD',
      },
    });
    expect(createCost(after).change(before, 'events').delta).toBe(-52.34);
    expect(createCost(before).change(before, 'events')).toMatchObject({
      delta: 0,
      priced: true,
      lines: [],
    });
  });

  it('says where something has no price', () => {
    const before = platformWith([namespace]);
    const priced = (content: string, kind?: string, files = before.files) =>
      createCost({ ...before, files }).change(
        readPlatform(
          applyEdits(files, [deployment('api', content, kind)]),
          'after',
        ),
        'events',
      ).priced;
    expect(priced(REQUESTS)).toBe(true);
    expect(priced('{}')).toBe(false);
    expect(priced('{ requests: { cpu: 100m } }')).toBe(false);
    expect(priced(REQUESTS, 'DaemonSet')).toBe(false);
    for (const book of ['', '{', 'currency: dollars', 'hourly: { cpu: -1 }']) {
      expect(
        priced(
          REQUESTS,
          'Deployment',
          new Map([...before.files, ['policies/prices.yaml', book]]),
        ),
      ).toBe(false);
    }
  });

  it('costs only its disk while it sleeps', () => {
    const compose = createComposer(platformWith(), options);
    const before = platformWith([
      ...compose.environment(home).edits,
      ...compose.deploy({
        blueprint: 'postgresql',
        name: 'data',
        environment: home,
      }).edits,
    ]);
    const asleep = readPlatform(
      applyEdits(
        before.files,
        createComposer(before, options).sleep(before.deployed[0]).edits,
      ),
      'asleep',
    );
    expect(createCost(before).change(asleep, 'events')).toMatchObject({
      before: 3.28,
      after: 0.2,
      delta: -3.08,
    });
  });

  it('knows no budget where none can be read', () => {
    const files = new Map([
      ...shippedFiles(),
      ['policies/budgets.yaml', 'teams: [events]'],
    ]);
    const { forIntents } = createCost(readPlatform(files, 'x'));
    expect(forIntents.budget('events')).toBeUndefined();
  });
});

describe('money', () => {
  it.each([
    [0, '$0'],
    [0.4, '$0.40'],
    [0.004, '$0'],
    [1, '$1'],
    [9.64, '$9.64'],
    [9.999, '$10'],
    [10.49, '$10'],
    [1234.5, '$1,235'],
    [-3.08, '-$3.08'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatMoney(amount, 'USD')).toBe(text);
  });

  it('writes other currencies, a month', () => {
    expect(formatMonthly(10, 'EUR')).toBe('€10 a month');
  });
});
