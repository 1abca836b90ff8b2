import {
  readPlatform,
  type Deployed,
  type FileEdit,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { assessDraft } from './assess';
import { createComposer } from './composer';
import { applyEdits } from './diff';
import { platformWith } from './__testUtils__/platform';

const options = {
  domain: 'corp.example.com',
  now: new Date('2026-11-16T09:30:12.345Z'),
};

const FOLDER = 'k8s-manifests/apps/blog-prod/blog';
const NAMESPACE = {
  path: 'k8s-manifests/platform/environments/blog-prod/namespace.yaml',
  content: `apiVersion: v1
kind: Namespace
metadata:
  name: blog-prod
  annotations: { aiops-portal.io/owner: marketing, aiops-portal.io/tier: prod }
`,
};

/** As somebody wrote it, with remarks and an order of their own. */
const workload = (resources: string, more = '', kind = 'Deployment') => `# Ours.
kind: ${kind}
apiVersion: apps/v1
metadata: { name: blog, namespace: blog-prod }
spec:
  revisionHistoryLimit:   3
  replicas: 2 # one for each room
  template:
    metadata:
      labels: { app: blog }
    spec:
      containers:
        - name: sidecar
          image: registry.example.com/proxy:1
          resources: { limits: { cpu: 50m, memory: 32Mi } }
        - image: registry.example.com/blog:1.2.0 # pinned
          name: blog
${resources}${more}`;

const RESOURCES = `          resources:
            # measured in spring
            limits: { memory: 512Mi, cpu: 500m }
            requests:
              cpu: 250m
              memory: 512Mi
`;
const DEFAULTS_TO_BLOG = (text: string) =>
  text.replace(
    'labels: { app: blog }',
    `labels: { app: blog }
      annotations: { kubectl.kubernetes.io/default-container: blog }`,
  );

function world(manifest: string, ...others: FileEdit[]) {
  const platform = platformWith([
    NAMESPACE,
    { path: `${FOLDER}/blog.yaml`, content: manifest },
    ...others,
  ]);
  const thing = platform.deployed.find(({ name }) => name === 'blog')!;
  return { platform, thing, compose: createComposer(platform, options) };
}

/** Lines that a part takes away and puts in, of one file. */
function changed(
  { platform }: ReturnType<typeof world>,
  edits: FileEdit[],
  path = `${FOLDER}/blog.yaml`,
) {
  const before = (platform.files.get(path) ?? '').split('\n');
  const now = (
    edits.find(edit => edit.path === path)?.content ?? before.join('\n')
  ).split('\n');
  return [
    ...before.filter(line => !now.includes(line)).map(line => `-${line}`),
    ...now.filter(line => !before.includes(line)).map(line => `+${line}`),
  ].map(line => line.replace(/\s+/g, ' '));
}

function after(
  { platform, thing }: ReturnType<typeof world>,
  edits: FileEdit[],
): Deployed {
  return readPlatform(applyEdits(platform.files, edits), 'x').deployed.find(
    ({ name }) => name === thing.name,
  )!;
}

const autoscaler = (more: string) => ({
  path: `${FOLDER}/autoscaler.yaml`,
  content: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: blog, namespace: blog-prod }
spec:
  # Black Friday
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: blog }
${more}`,
});

describe('another number of copies', () => {
  it('changes the number where it stands, and nothing else', () => {
    const here = world(workload(RESOURCES));
    const part = here.compose.scale(here.thing, 4);
    expect(changed(here, part.edits)).toEqual([
      '- replicas: 2 # one for each room',
      '+ replicas: 4 # one for each room',
    ]);
    expect(part).toMatchObject({
      targets: ['application/blog'],
      values: { 'blog.replicas': 4 },
      steps: [
        {
          watch: { kind: 'Deployment', namespace: 'blog-prod', name: 'blog' },
        },
      ],
    });
    expect(after(here, part.edits).workloads[0].replicas).toBe(4);
  });

  it('sets what an autoscaler keeps running, and its ceiling where that is too low', () => {
    const bounds = '  minReplicas: 2\n  maxReplicas: 6\n';
    const bare = workload(RESOURCES).replace(/ {2}replicas.*\n/, '');
    const here = world(bare, autoscaler(bounds));
    // What Git says should run is what the autoscaler never goes below.
    expect(here.thing.workloads[0].replicas).toBe(2);
    const path = `${FOLDER}/autoscaler.yaml`;
    const four = here.compose.scale(here.thing, 4);
    expect(changed(here, four.edits)).toEqual([]);
    expect(changed(here, four.edits, path)).toEqual([
      '- minReplicas: 2',
      '+ minReplicas: 4',
    ]);
    expect(four.values).toEqual({ 'blog.replicas': 4, 'blog.maxReplicas': 6 });
    expect(after(here, four.edits).workloads[0].replicas).toBe(4);
    expect(
      changed(here, here.compose.scale(here.thing, 8).edits, path),
    ).toEqual([
      '- minReplicas: 2',
      '- maxReplicas: 6',
      '+ minReplicas: 8',
      '+ maxReplicas: 8',
    ]);

    const both = world(workload(RESOURCES), autoscaler('  maxReplicas: 3\n'));
    const one = both.compose.scale(both.thing, 3);
    expect(changed(both, one.edits)).toContain(
      '+ replicas: 3 # one for each room',
    );
    expect(changed(both, one.edits, path)).toEqual(['+ minReplicas: 3']);
  });

  const claim = {
    path: `${FOLDER}/volume.yaml`,
    content: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: blog }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
  };
  const single = (text: string) => text.replace('replicas: 2', 'replicas: 1');

  it.each<[string, string, FileEdit[], number, RegExp]>([
    ['no copy at all', workload(RESOURCES), [], 0, /at least 1 copy/],
    ['half a copy', workload(RESOURCES), [], 1.5, /in whole numbers/],
    ['a million copies', workload(RESOURCES), [], 1e6, /1 to 100 copies/],
    [
      'copies on every machine',
      workload(RESOURCES, '', 'DaemonSet'),
      [],
      4,
      /once on every machine/,
    ],
    [
      'copies of a database of its own',
      single(workload(RESOURCES, '', 'StatefulSet')).replace(
        'example.com/proxy:1',
        'example.com/postgres:17',
      ),
      [],
      2,
      /is a database, whose copies wouldn't share their data/,
    ],
    [
      'copies that share a disk of one machine',
      single(
        workload(
          RESOURCES,
          `      volumes:
        - name: data
          persistentVolumeClaim: { claimName: blog }
`,
        ),
      ),
      [claim],
      2,
      /a disk that one machine alone can hold/,
    ],
    [
      'copies with a disk each',
      single(
        workload(
          RESOURCES,
          `  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { resources: { requests: { storage: 1Gi } } }
`,
          'StatefulSet',
        ),
      ),
      [],
      2,
      /data of its own that the others never see/,
    ],
  ])('refuses %s with a sentence', (_, manifest, others, replicas, says) => {
    const { compose, thing } = world(DEFAULTS_TO_BLOG(manifest), ...others);
    const scale = () => compose.scale(thing, replicas);
    expect(scale).toThrow(says);
    expect(scale).toThrow(/Nothing was changed\.$/);
  });

  it('keeps to the bounds of the blueprint, in its words', () => {
    const environment = {
      name: 'blog-dev',
      team: 'events',
      tier: 'dev',
    } as const;
    const first = createComposer(platformWith(), options);
    const made = [
      ...first.environment(environment).edits,
      ...first.deploy({ blueprint: 'wordpress', name: 'news', environment })
        .edits,
    ];
    const platform = platformWith(made);
    const compose = createComposer(platform, options);
    const find = (name: string) =>
      platform.deployed.find(thing => thing.name === name)!;
    expect(compose.scale(find('news'), 4).edits).toHaveLength(1);
    expect(() => compose.scale(find('news'), 5)).toThrow(
      '"news" can run as 1 to 4 copies, as every WordPress here. Nothing was changed.',
    );
    expect(() => compose.scale(find('news-db'), 2)).toThrow(
      /"news-db" can run as one copy only, as every MariaDB here\. .*give it a larger size/,
    );
  });
});

describe('what each copy may use', () => {
  it('sets the limits of the main container, and requests in proportion', () => {
    const here = world(DEFAULTS_TO_BLOG(workload(RESOURCES)));
    const part = here.compose.resize(here.thing, { cpu: '1', memory: '2Gi' });
    expect(changed(here, part.edits)).toEqual([
      '- limits: { memory: 512Mi, cpu: 500m }',
      '- cpu: 250m',
      '- memory: 512Mi',
      "+ limits: { memory: 2Gi, cpu: '1' }",
      '+ cpu: 500m',
      '+ memory: 2Gi',
    ]);
    expect(part.values).toEqual({ 'blog.cpu': '1', 'blog.memory': '2Gi' });
    expect(
      changed(here, here.compose.resize(here.thing, { cpu: '300m' }).edits),
    ).toEqual([
      '- limits: { memory: 512Mi, cpu: 500m }',
      '- cpu: 250m',
      '+ limits: { memory: 512Mi, cpu: 300m }',
      '+ cpu: 150m',
    ]);
  });

  it('sets the requests where only they are written, and limits where nothing is', () => {
    const requests = world(
      DEFAULTS_TO_BLOG(
        workload('          resources: { requests: { memory: 100Mi } }\n'),
      ),
    );
    expect(
      changed(
        requests,
        requests.compose.resize(requests.thing, { memory: '300Mi' }).edits,
      ),
    ).toEqual([
      '- resources: { requests: { memory: 100Mi } }',
      '+ resources: { requests: { memory: 300Mi } }',
    ]);

    const range = {
      path: `${NAMESPACE.path.replace('namespace', 'range')}`,
      content: `apiVersion: v1
kind: LimitRange
metadata: { name: range }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 100m }, default: { cpu: 400m } }] }
`,
    };
    const nothing = world(DEFAULTS_TO_BLOG(workload('')), range);
    const part = nothing.compose.resize(nothing.thing, { cpu: '800m' });
    const [, blog] = after(nothing, part.edits).workloads[0].containers;
    expect(blog).toMatchObject({
      requests: { cpu: 0.2 },
      limits: { cpu: 0.8 },
    });
  });

  it('tells a cache of its new memory, too', () => {
    const environment = {
      name: 'blog-dev',
      team: 'events',
      tier: 'dev',
    } as const;
    const first = createComposer(platformWith(), options);
    const platform = platformWith([
      ...first.environment(environment).edits,
      ...first.deploy({ blueprint: 'redis', name: 'store', environment }).edits,
    ]);
    const store = platform.deployed.find(({ name }) => name === 'store')!;
    const { edits } = createComposer(platform, options).resize(store, {
      memory: '256Mi',
    });
    expect(edits[0].content).toMatch(/value: 192mb/);
    expect(edits[0].content).not.toMatch(/96mb/);
  });

  it.each([
    [{ cpu: 'lots' }, /10m to 128 cores/],
    [{ cpu: '-1' }, /10m to 128 cores/],
    [{ memory: '1' }, /16Mi to 1Ti of memory/],
    [{ memory: '2Gi\nx: y' }, /16Mi to 1Ti of memory/],
  ])('refuses %j with what can be', (amounts, says) => {
    const { compose, thing } = world(workload(RESOURCES));
    expect(() => compose.resize(thing, amounts)).toThrow(says);
  });
});

describe('what an environment lets single copies have', () => {
  const rules = {
    path: NAMESPACE.path.replace('namespace', 'rules'),
    content: `kind: LimitRange
apiVersion: v1
metadata: { name: range }
spec:
  limits:
    - { type: Container, max: { cpu: '2', memory: 1Gi }, min: { cpu: 50m } }
    - { type: Pod, max: { memory: 1000Mi } }
---
kind: ResourceQuota
apiVersion: v1
metadata: { name: quota }
spec: { hard: { pods: 5 } }
`,
  };
  const here = world(DEFAULTS_TO_BLOG(workload(RESOURCES)), rules);
  const draft = (part: { edits: FileEdit[] }) =>
    ({ ...part, team: 'marketing', secrets: [] } as unknown as PlanDraft);
  const assess = (part: { edits: FileEdit[] }) => () =>
    assessDraft(draft(part), here.platform);

  it.each<[{ cpu?: string; memory?: string }, RegExp]>([
    [{ cpu: '2500m' }, /may use 2 of CPU at most.*nothing was changed/],
    [{ memory: '1100Mi' }, /may use 1Gi of memory at most/],
    [{ memory: '990Mi' }, /may use 1000Mi of memory at most/],
    [{ cpu: '80m' }, /is given 50m of CPU at least/],
  ])('refuses %j, whose copies would never start', (amounts, says) => {
    expect(assess(here.compose.resize(here.thing, amounts))).toThrow(says);
  });

  it('lets nobody run more copies than it has room for', () => {
    expect(assess(here.compose.scale(here.thing, 6))).toThrow(
      'blog-prod has room for 5 copies of all that runs in it, and this would make them 6, so nothing was changed. Ask for fewer.',
    );
    expect(assess(here.compose.scale(here.thing, 5))).not.toThrow();
    expect(
      assess(here.compose.resize(here.thing, { cpu: '2', memory: '900Mi' })),
    ).not.toThrow();
  });
});

describe('new copies of the same version', () => {
  it('says when in the template of the pods, which is no part of the agreement', () => {
    const here = world(workload(RESOURCES));
    const part = here.compose.restart(here.thing);
    expect(changed(here, part.edits)).toEqual([
      '+ annotations:',
      '+ kubectl.kubernetes.io/restartedAt: "2026-11-16T09:30:12Z"',
    ]);
    expect(part.values).toEqual({ 'blog.restart': true });
  });

  it('refuses what sleeps, and what an operator runs', () => {
    const here = world(workload(RESOURCES));
    const asleep = platformWith([
      NAMESPACE,
      ...here.compose.sleep(here.thing).edits,
    ]);
    expect(() =>
      createComposer(asleep, options).restart(asleep.deployed[0]),
    ).toThrow(/"blog" is asleep.*Nothing was changed/);

    const operated = world(`apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: blog }
spec: { instances: 1, storage: { size: 1Gi } }
`);
    expect(() => operated.compose.restart(operated.thing)).toThrow(
      /not written as one workload of its own.*nothing was changed/,
    );
  });
});
