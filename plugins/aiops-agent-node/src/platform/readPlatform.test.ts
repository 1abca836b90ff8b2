import { ManifestCache } from './ManifestCache';
import { PlatformReader } from './PlatformReader';
import { readPlatform } from './readPlatform';

const GI = 1024 ** 3;
const MI = 1024 ** 2;

function namespace(name: string, annotations: Record<string, string>): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `aiops-portal.io/${key}`,
          value,
        ]),
      ),
    },
  });
}

function environment(name: string, tier: string, team = 'shop') {
  return {
    [`k8s-manifests/platform/environments/${name}/namespace.yaml`]: namespace(
      name,
      { owner: team, tier },
    ),
  };
}

function workload(
  name: string,
  image: string,
  annotations: Record<string, string> = {},
  kind = 'Deployment',
): string {
  return `
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}
  annotations: ${JSON.stringify(
    Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [
        `aiops-portal.io/${key}`,
        value,
      ]),
    ),
  )}
spec:
  template:
    spec:
      containers:
        - name: main
          image: ${image}
`;
}

const read = (files: Record<string, string>) =>
  readPlatform(new Map(Object.entries(files)), 'abc');

describe('readPlatform', () => {
  it('reads an environment and what the portal deployed in it', () => {
    const snapshot = read({
      'README.md': '# Not a manifest',
      'k8s-manifests/platform/environments/marketing-blog/namespace.yaml':
        namespace('marketing-blog', {
          owner: 'marketing',
          tier: 'dev',
          title: 'Blog of the marketing team',
        }),
      'k8s-manifests/platform/environments/marketing-blog/limit-range.yaml': `
apiVersion: v1
kind: LimitRange
metadata: { name: defaults }
spec:
  limits:
    - type: Container
      default: { cpu: 500m, memory: 256Mi }
      defaultRequest: { cpu: 50m }
`,
      'k8s-manifests/apps/marketing-blog/blog/deployment.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: blog
  annotations:
    aiops-portal.io/blueprint: wordpress
    aiops-portal.io/role: application
    aiops-portal.io/catalog-name: marketing-blog
    aiops-portal.io/title: Our blog
    aiops-portal.io/uses: "blog-db, , blog-cache"
    aiops-portal.io/access: team
spec:
  replicas: 2
  template:
    spec:
      initContainers:
        - { name: migrate, image: wp-cli:2 }
        - name: proxy
          image: proxy:1
          restartPolicy: Always
          resources: { requests: { cpu: 10m, memory: 16Mi } }
      containers:
        - name: wordpress
          image: registry.corp.example.com:5000/library/wordpress:6.8@sha256:00
          resources:
            requests: { cpu: 250m }
            limits: { cpu: 1, memory: 1Gi }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: blog }
spec:
  rules:
    - host: marketing-blog.corp.example.com
    - host: marketing-blog.corp.example.com
    - http: {}
`,
      'k8s-manifests/apps/marketing-blog/blog/more/secret.yaml': `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: blog }
spec:
  target: { name: blog-credentials }
  data:
    - secretKey: WORDPRESS_DB_PASSWORD
      remoteRef: { key: teams/marketing/marketing-blog/blog-db, property: password }
    - secretKey: admin
      remoteRef: { key: teams/marketing/marketing-blog/blog }
  dataFrom:
    - extract: { key: teams/marketing/marketing-blog/more }
`,
      'k8s-manifests/apps/marketing-blog/blog-db/statefulset.yaml': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: blog-db }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - { name: mariadb, image: 'mariadb:11.8' }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { resources: { requests: { storage: 10Gi } } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: backup }
spec: { resources: { requests: { storage: 5Gi } } }
`,
    });

    expect(snapshot.problems).toEqual([]);
    expect(snapshot.environments).toEqual([
      {
        name: 'marketing-blog',
        title: 'Blog of the marketing team',
        team: 'marketing',
        tier: 'dev',
        asleep: undefined,
        path: 'k8s-manifests/platform/environments/marketing-blog',
      },
    ]);
    const [blog, database] = snapshot.deployed;
    expect(blog).toEqual({
      role: 'application',
      name: 'marketing-blog',
      instance: 'blog',
      title: 'Our blog',
      environment: 'marketing-blog',
      team: 'marketing',
      blueprint: 'wordpress',
      engine: undefined,
      version: '6.8',
      access: 'team',
      hosts: ['marketing-blog.corp.example.com'],
      uses: ['blog-db', 'blog-cache'],
      workloads: [
        {
          kind: 'Deployment',
          name: 'blog',
          replicas: 2,
          containers: [
            {
              name: 'wordpress',
              image:
                'registry.corp.example.com:5000/library/wordpress:6.8@sha256:00',
              // The limit stands in for the missing request.
              requests: { cpu: 0.25, memory: GI },
              limits: { cpu: 1, memory: GI },
            },
            {
              name: 'proxy',
              image: 'proxy:1',
              requests: { cpu: 0.01, memory: 16 * MI },
              limits: { cpu: 0.5, memory: 256 * MI },
            },
          ],
          file: 'k8s-manifests/apps/marketing-blog/blog/deployment.yaml',
        },
      ],
      volumes: [],
      secrets: [
        {
          name: 'blog-credentials',
          path: 'teams/marketing/marketing-blog/blog-db',
          keys: ['password'],
        },
        {
          name: 'blog-credentials',
          path: 'teams/marketing/marketing-blog/blog',
          keys: ['admin'],
        },
        {
          name: 'blog-credentials',
          path: 'teams/marketing/marketing-blog/more',
          keys: [],
        },
      ],
      asleep: undefined,
      path: 'k8s-manifests/apps/marketing-blog/blog',
    });
    expect(database).toMatchObject({
      role: 'database',
      name: 'blog-db',
      engine: 'mariadb',
      version: '11.8',
      access: 'team',
      volumes: [
        { name: 'data-blog-db', bytes: 30 * GI },
        { name: 'backup', bytes: 5 * GI },
      ],
    });
    // Asked for nothing: what the environment's LimitRange gives.
    expect(database.workloads[0].containers[0]).toMatchObject({
      requests: { cpu: 0.05, memory: 256 * MI },
      limits: { cpu: 0.5, memory: 256 * MI },
    });
  });

  it('keeps what a sleeping thing keeps', () => {
    const [database] = read({
      ...environment('shop-dev', 'dev'),
      'k8s-manifests/apps/shop-dev/db/statefulset.yaml': `
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  annotations:
    aiops-portal.io/asleep-since: 2026-11-20T10:00:00Z
    aiops-portal.io/remove-after: "2026-11-27T10:00:00Z"
    aiops-portal.io/wake-replicas: "2"
spec:
  replicas: 0
  template: { spec: { containers: [{ name: db, image: postgres }] } }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { resources: { requests: { storage: 1Gi } } }
`,
    }).deployed;
    expect(database).toMatchObject({
      asleep: {
        since: '2026-11-20T10:00:00Z',
        removeAfter: '2026-11-27T10:00:00Z',
      },
      volumes: [{ name: 'data-db', bytes: 2 * GI }],
      workloads: [{ replicas: 0 }],
      version: undefined,
    });
  });

  it('recognizes databases, caches and operators’ resources that people wrote by hand', () => {
    const images: Array<[string, string, string | undefined]> = [
      ['postgres:17', 'database', 'postgresql'],
      ['docker.io/bitnami/postgresql', 'database', 'postgresql'],
      ['mysql:8', 'database', 'mysql'],
      ['redis:8-alpine', 'cache', 'redis'],
      ['valkey/valkey:8', 'cache', 'valkey'],
      ['corp/redis-exporter:1', 'application', undefined],
      ['corp/postgres-report:1', 'application', undefined],
    ];
    const { deployed } = read({
      ...environment('a', 'dev'),
      ...Object.fromEntries(
        images.map(([image], index) => [
          `k8s-manifests/apps/a/t${index}/x.yml`,
          workload('x', image),
        ]),
      ),
      'k8s-manifests/apps/a/t7/cluster.yaml': `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: t7 }
spec: { instances: 3, imageName: 'ghcr.io/cloudnative-pg/postgresql:17.5', storage: { size: 1Gi } }
`,
    });
    expect(
      deployed.slice(0, 7).map(({ role, engine }) => [role, engine]),
    ).toEqual(images.map(([, role, engine]) => [role, engine]));
    expect(deployed[7]).toMatchObject({
      role: 'database',
      engine: 'postgresql',
      version: '17.5',
      volumes: [{ bytes: 3 * GI }],
    });
  });

  it('gives each thing a name of its own', () => {
    const { deployed, problems } = read({
      ...environment('shop-prod', 'prod'),
      ...environment('shop-staging', 'staging'),
      ...environment('shop-dev', 'dev'),
      ...environment('fair-dev', 'dev'),
      'k8s-manifests/apps/shop-prod/api/a.yaml': workload('api', 'x'),
      'k8s-manifests/apps/shop-staging/api/a.yaml': workload('api', 'x'),
      'k8s-manifests/apps/shop-dev/api/a.yaml': workload('api', 'x'),
      'k8s-manifests/apps/fair-dev/api/a.yaml': workload('api', 'x'),
      'k8s-manifests/apps/shop-dev/tool/a.yaml': workload('tool', 'x'),
      'k8s-manifests/apps/shop-dev/asked/a.yaml': workload('a', 'x', {
        'catalog-name': 'lonely',
      }),
      'k8s-manifests/apps/shop-staging/asked/a.yaml': workload('a', 'x', {
        'catalog-name': 'lonely',
      }),
      'k8s-manifests/apps/shop-prod/lonely/a.yaml': workload('a', 'x'),
    });
    expect(
      Object.fromEntries(
        deployed.map(thing => [
          `${thing.environment}/${thing.instance}`,
          thing.name,
        ]),
      ),
    ).toEqual({
      'shop-prod/api': 'api',
      'shop-staging/api': 'api-staging',
      'shop-dev/api': 'api-shop-dev',
      'fair-dev/api': 'api-fair-dev',
      'shop-dev/tool': 'tool',
      'shop-dev/asked': 'lonely',
      'shop-staging/asked': 'asked',
      'shop-prod/lonely': 'lonely-prod',
    });
    expect(problems).toEqual([
      {
        path: 'k8s-manifests/apps/shop-staging/asked/a.yaml',
        message:
          'The name lonely belongs to another thing: it is called asked instead.',
      },
    ]);
  });

  it('says what it can’t read, and reads on', () => {
    const { environments, deployed, problems } = read({
      ...environment('shop-prod', 'produktion'),
      ...environment('nobody', 'dev', ''),
      'k8s-manifests/platform/environments/renamed/namespace.yaml': namespace(
        'other',
        { owner: 'shop' },
      ),
      'k8s-manifests/platform/environments/empty/quota.yaml': '',
      'k8s-manifests/apps/shop-prod/web/a.yaml': workload('web', 'x', {
        role: 'king',
      }),
      'k8s-manifests/apps/shop-prod/web/broken.yaml': 'a: [1\nb: 2',
      'k8s-manifests/apps/shop-prod/web/strange.yaml':
        '--- 1\n--- []\n--- {kind: 1, metadata: 2}\n--- {kind: List, items: [3, null]}',
      'k8s-manifests/apps/shop-prod/web/elsewhere.yaml': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: spy, namespace: kube-system }
`,
      'k8s-manifests/apps/shop-prod/web/volume.yaml': `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { resources: { requests: { storage: lots } } }
`,
      'k8s-manifests/apps/shop-prod/nothing/config.yaml':
        '{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}',
      'k8s-manifests/apps/unowned/web/a.yaml': workload('web', 'x'),
      'k8s-manifests/apps/shop-prod/loose.yaml': workload('loose', 'x'),
    });
    expect(environments.map(({ name, tier }) => [name, tier])).toEqual([
      ['shop-prod', 'prod'],
    ]);
    expect(deployed.map(({ name, role }) => [name, role])).toEqual([
      ['web', 'application'],
    ]);
    expect(
      problems.map(
        ({ path, message }) => `${path.split('/').at(-1)}: ${message}`,
      ),
    ).toEqual([
      'empty: It has no Namespace, so that nothing can run in it.',
      'nobody: Its Namespace names no owner (aiops-portal.io/owner).',
      'renamed: Its Namespace is called other: it must be called as its folder is.',
      'shop-prod: produktion is not a tier: it is treated as production.',
      'nothing: Nothing in it runs: it holds no workload.',
      expect.stringMatching(/^broken\.yaml: It is not valid YAML in line 2: /),
      'elsewhere.yaml: StatefulSet spy is meant for the namespace kube-system, not for this environment.',
      "a.yaml: aiops-portal.io/role can't be king: use application, database, cache.",
      'volume.yaml: "lots" is not a quantity.',
      'unowned: There is no environment unowned, so that nobody owns what is in it.',
    ]);
  });

  it('reads a thousand files, and of a new head only what it changes', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 50; index += 1) {
      Object.assign(files, environment(`e${index}`, 'dev'));
      for (let thing = 0; thing < 19; thing += 1) {
        files[`k8s-manifests/apps/e${index}/t${thing}/deployment.yaml`] =
          workload(`t${thing}`, `app:${index}.${thing}`);
      }
    }
    const heads = [new Map(Object.entries(files))];
    heads.push(
      new Map(heads[0]).set(
        'k8s-manifests/apps/e1/t1/deployment.yaml',
        workload('t1', 'app:new'),
      ),
    );
    const parse = jest.spyOn(ManifestCache.prototype, 'parse');
    let head = 0;
    const filesAt = jest.fn(async (sha: string) => heads[Number(sha)]);
    const reader = new PlatformReader({
      head: async () => String(head),
      files: filesAt,
    });

    const first = await reader.snapshot();
    expect(first.deployed).toHaveLength(950);
    expect(await reader.snapshot()).toBe(first);
    expect(parse).toHaveBeenCalledTimes(1000);

    const known = new Set(parse.mock.results.map(({ value }) => value));
    parse.mockClear();

    head = 1;
    const second = await reader.snapshot();
    expect(
      parse.mock.results.filter(({ value }) => !known.has(value)),
    ).toHaveLength(1);
    expect(
      second.deployed.find(({ version }) => version === 'new'),
    ).toBeDefined();
    expect(await reader.snapshotAt('0')).toBe(first);
    expect(filesAt).toHaveBeenCalledTimes(2);
    parse.mockRestore();

    filesAt.mockRejectedValueOnce(new Error('gone'));
    await expect(reader.snapshotAt('2')).rejects.toThrow('gone');
  });
});
