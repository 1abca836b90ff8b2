import {
  gitRepositoryServiceRef,
  type GitRepositoryService,
} from '@aiops-portal/plugin-aiops-agent-node';
import {
  createBackendModule,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  componentEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalogModuleGitops from '.';

const SEED = join(__dirname, '../../../gitops');

// Real git, many processes a test, on machines that do other things too.
jest.setTimeout(60_000);

let root: string;
let remote: string;

function git(directory: string, ...args: string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@corp.example.com', ...args],
    { cwd: directory, stdio: 'pipe' },
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gitops-entities-'));
  remote = join(root, 'remote.git');
  const seed = join(root, 'seed');
  cpSync(SEED, seed, { recursive: true });
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(seed, 'init', '--quiet', '--initial-branch=main');
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '--message', 'Begin');
  git(seed, 'push', '--quiet', remote, 'main');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A catalog that only takes what providers give it. */
async function startCatalog(settings: Record<string, unknown> = {}) {
  const providers: EntityProvider[] = [];
  const services: { repository?: GitRepositoryService } = {};
  const backend = await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        {
          addEntityProvider: (...added: EntityProvider[]) =>
            providers.push(...added),
        } as unknown as typeof catalogProcessingExtensionPoint.T,
      ],
    ],
    features: [
      catalogModuleGitops,
      mockServices.rootConfig.factory({
        data: {
          aiopsAgent: {
            ingressUrl: 'http://{host}.localhost:7080',
            git: {
              url: remote,
              mirrorDir: join(root, 'mirrors'),
              pollSeconds: 3600,
              committer: { email: 'portal@corp.example.com' },
              fileUrl: 'https://git.corp.example.com/src/{path}',
              ...settings,
            },
          },
        },
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'look-inside',
        register: env =>
          env.registerInit({
            deps: {
              repository: gitRepositoryServiceRef,
              lifecycle: coreServices.lifecycle,
            },
            async init({ repository }) {
              services.repository = repository;
            },
          }),
      }),
    ],
  });
  const mutations: EntityProviderMutation[] = [];
  let arrived = () => {};
  const next = () =>
    new Promise<Map<string, Entity>>(resolve => {
      arrived = () => {
        const last = mutations.at(-1);
        const deferred = last?.type === 'full' ? last.entities : [];
        resolve(
          new Map(
            deferred.map(({ entity }) => [stringifyEntityRef(entity), entity]),
          ),
        );
      };
    });
  const connect = () =>
    providers[0].connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
        arrived();
      },
      refresh: async () => {},
    });
  return {
    providers,
    repository: services.repository!,
    mutations,
    next,
    connect,
    stop: () => backend.stop(),
  };
}

describe('catalogModuleGitops', () => {
  it('has what is in the repository as entities, and follows it at once', async () => {
    const catalog = await startCatalog();
    expect(catalog.providers.map(p => p.getProviderName())).toEqual(['gitops']);
    const first = catalog.next();
    await catalog.connect();
    const entities = await first;

    for (const entity of entities.values()) {
      entityEnvelopeSchemaValidator()(entity);
      const checks = await Promise.all(
        [
          systemEntityV1alpha1Validator,
          componentEntityV1alpha1Validator,
          resourceEntityV1alpha1Validator,
        ].map(validator => validator.check(entity)),
      );
      expect(checks).toContain(true);
    }
    expect([...entities.keys()].sort()).toEqual([
      'component:default/campaign-preview',
      'component:default/checkout-api',
      'component:default/checkout-api-staging',
      'component:default/image-resizer',
      'component:default/marketing-web',
      'component:default/newsletter',
      'component:default/order-mailer',
      'component:default/price-importer',
      'component:default/product-reviews',
      'component:default/recommendations',
      'component:default/shop-search',
      'component:default/storefront',
      'resource:default/campaign-preview-db',
      'resource:default/shop-db',
      'system:default/marketing-prod',
      'system:default/marketing-test',
      'system:default/shop-prod',
      'system:default/shop-staging',
      'system:default/shop-trial',
    ]);
    expect(entities.get('system:default/shop-prod')).toMatchObject({
      metadata: {
        title: 'Shop',
        description: 'Production environment of the team shop',
        tags: ['prod'],
        annotations: {
          'aiops-portal.io/environment': 'shop-prod',
          'aiops-portal.io/tier': 'prod',
          'backstage.io/kubernetes-namespace': 'shop-prod',
          'backstage.io/managed-by-location':
            'url:https://git.corp.example.com/src/k8s-manifests/platform/environments/shop-prod',
          'backstage.io/managed-by-origin-location': 'gitops:k8s-manifests',
          'backstage.io/view-url':
            'https://git.corp.example.com/src/k8s-manifests/platform/environments/shop-prod',
        },
      },
      spec: { type: 'environment', owner: 'group:default/shop' },
    });
    expect(entities.get('component:default/checkout-api')).toMatchObject({
      metadata: {
        title: 'Checkout',
        links: [],
        annotations: {
          'backstage.io/kubernetes-namespace': 'shop-prod',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/instance=checkout-api',
        },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/shop',
        system: 'system:default/shop-prod',
        dependsOn: ['resource:default/shop-db'],
      },
    });
    expect(entities.get('component:default/marketing-web')).toMatchObject({
      metadata: {
        description: 'Application in marketing-prod, open to everyone',
        links: [
          {
            url: 'http://www.corp.example.com.localhost:7080',
            title: 'www.corp.example.com',
          },
        ],
      },
    });
    expect(entities.get('resource:default/shop-db')).toMatchObject({
      metadata: {
        title: 'Orders',
        description: 'PostgreSQL database in shop-prod',
        tags: ['postgresql'],
      },
      spec: { type: 'database', system: 'system:default/shop-prod' },
    });

    // The portal itself writes: the catalog knows without waiting for a fetch.
    const second = catalog.next();
    const { repository } = catalog;
    await repository.commit(await repository.head(), [
      {
        subject: 'Put the corporate website to sleep, deploy a blog',
        trailers: [['Request-Id', 'REQ-1001']],
        edits: [
          {
            path: 'k8s-manifests/apps/marketing-prod/marketing-web/deployment.yaml',
            content: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: marketing-web
  annotations:
    aiops-portal.io/asleep-since: '2026-11-24T10:00:00Z'
spec: { replicas: 0 }
`,
          },
          {
            path: 'k8s-manifests/apps/marketing-prod/Unsere Zeitung/deployment.yaml',
            content: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: blog
  annotations:
    aiops-portal.io/blueprint: wordpress
    aiops-portal.io/uses: marketing-web, nothing-there
`,
          },
        ],
      },
    ]);
    const changed = await second;
    expect(
      changed.get('component:default/marketing-web')?.metadata,
    ).toMatchObject({ tags: ['asleep'], links: [] });
    const blog = [...changed.values()].find(({ metadata }) =>
      metadata.name.startsWith('Unsere-Zeitung-'),
    );
    expect(blog).toMatchObject({
      metadata: { name: expect.stringMatching(/^Unsere-Zeitung-[0-9a-f]{8}$/) },
      spec: {
        type: 'website',
        dependsOn: ['component:default/marketing-web'],
      },
    });
    expect(catalog.mutations).toHaveLength(2);
    await catalog.stop();
  });

  it('starts while the repository is away, and catches up when it is there', async () => {
    const catalog = await startCatalog({ url: join(root, 'later.git') });
    const first = catalog.next();
    await catalog.connect();
    await expect(catalog.repository.refresh()).rejects.toThrow(
      'does not answer',
    );
    expect(catalog.mutations).toEqual([]);

    git(root, 'clone', '--quiet', '--bare', remote, join(root, 'later.git'));
    await catalog.repository.refresh();

    expect((await first).size).toBe(19);
    await catalog.stop();
  });
});
