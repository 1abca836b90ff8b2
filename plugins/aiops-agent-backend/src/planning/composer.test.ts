import type {
  ComposedPart,
  FileEdit,
} from '@aiops-portal/plugin-aiops-agent-node';
import { parseAllDocuments } from 'yaml';
import { createComposer } from './composer';
import { emptyFields } from './documents';
import { structuralFaults } from './__testUtils__/manifests';
import { platformWith } from './__testUtils__/platform';

const options = {
  domain: 'corp.example.com',
  now: new Date('2026-11-16T09:30:00Z'),
};
const blog = {
  name: 'marketing-blog',
  team: 'marketing',
  tier: 'dev',
} as const;

const composeOn = (edits: FileEdit[] = []) =>
  createComposer(platformWith(edits), options);

function objects(part: { edits: FileEdit[] }) {
  return part.edits
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .flatMap(({ content }) => parseAllDocuments(content ?? ''))
    .map(document => document.toJS());
}

const objectsOf = (part: ComposedPart, kind: string) =>
  objects(part).filter(object => object.kind === kind);

describe('createComposer', () => {
  it('knows every shipped blueprint by name and by what people call it', () => {
    const compose = composeOn();
    expect(compose.blueprints().map(({ name }) => name)).toEqual([
      'ghost',
      'mariadb',
      'mysql',
      'postgresql',
      'redis',
      'valkey',
      'web',
      'wordpress',
    ]);
    expect(compose.blueprints('cache').map(({ name }) => name)).toEqual([
      'redis',
      'valkey',
    ]);
    expect(compose.blueprint('Postgres')?.name).toBe('postgresql');
    expect(compose.blueprint('web app')?.needsImage).toBe(true);
    expect(compose.blueprint('environment')).toBeUndefined();
  });

  it.each([
    'wordpress',
    'ghost',
    'web',
    'postgresql',
    'mariadb',
    'mysql',
    'redis',
    'valkey',
  ])(
    'makes manifests of %s that fit together and leave no field empty',
    blueprint => {
      const compose = composeOn();
      const part = compose.deploy({
        blueprint,
        name: 'marketing-blog',
        environment: blog,
        image: blueprint === 'web' ? 'ghcr.io/acme/shop:1.4.0' : undefined,
      });
      const environment = compose.environment(blog);
      const made = objects(part);
      expect(made.flatMap(object => emptyFields(object))).toEqual([]);
      expect(structuralFaults(made)).toEqual([]);
      const platform = platformWith([...environment.edits, ...part.edits]);
      expect(platform.problems).toEqual([]);
      expect(
        platform.deployed.map(thing => `${thing.role}/${thing.name}`).sort(),
      ).toEqual([...part.targets].sort());
      for (const { watch } of part.steps) {
        expect(made).toContainEqual(
          expect.objectContaining({
            kind: watch?.kind,
            metadata: expect.objectContaining({
              name: watch?.name,
              namespace: watch?.namespace,
            }),
          }),
        );
      }
    },
  );

  it('deploys WordPress with its database, credentials, address and guard', () => {
    const part = composeOn().deploy({
      blueprint: 'wordpress',
      name: 'marketing-blog',
      environment: blog,
      traffic: 'low',
      access: 'team',
    });
    const platform = platformWith([
      ...composeOn().environment(blog).edits,
      ...part.edits,
    ]);
    expect(platform.deployed).toHaveLength(2);
    expect(platform.deployed).toContainEqual(
      expect.objectContaining({
        name: 'marketing-blog',
        role: 'application',
        title: 'Marketing blog',
        blueprint: 'wordpress',
        hosts: ['marketing-blog.corp.example.com'],
        uses: ['marketing-blog-db'],
        access: 'team',
        team: 'marketing',
      }),
    );
    expect(platform.deployed).toContainEqual(
      expect.objectContaining({
        name: 'marketing-blog-db',
        role: 'database',
        engine: 'mariadb',
      }),
    );
    const [ingress] = objectsOf(part, 'Ingress');
    expect(ingress.metadata.annotations).toMatchObject({
      'traefik.ingress.kubernetes.io/router.middlewares':
        'platform-access-team-marketing@kubernetescrd',
    });
    expect(part.secrets).toContainEqual({
      path: 'teams/marketing/marketing-blog/marketing-blog',
      values: {
        username: { value: 'admin' },
        password: { generate: 'password', length: 24 },
      },
    });
    expect(part.steps.map(({ title }) => title)).toEqual([
      'Password made and kept safe',
      'Database ready',
      'Website ready',
      'Address answers',
    ]);
    expect(part.values).toMatchObject({
      host: 'marketing-blog.corp.example.com',
      access: 'team',
      replicas: 1,
      'marketing-blog-db.size': 'small',
    });
  });

  it('guards what is public by nothing and what is for the company by its own guard', () => {
    const guardOf = (access: 'company' | 'public') =>
      objectsOf(
        composeOn().deploy({
          blueprint: 'wordpress',
          name: 'blog',
          environment: blog,
          access,
        }),
        'Ingress',
      )[0].metadata.annotations[
        'traefik.ingress.kubernetes.io/router.middlewares'
      ];
    expect(guardOf('public')).toBeUndefined();
    expect(guardOf('company')).toBe('platform-access-company@kubernetescrd');
  });

  it('keeps the comments of a blueprint', () => {
    const { edits } = composeOn().deploy({
      blueprint: 'wordpress',
      name: 'blog',
      environment: blog,
    });
    const deployment = edits.find(({ path }) =>
      path.endsWith('/blog/deployment.yaml'),
    );
    expect(deployment?.content).toContain(
      '# Copies WordPress to an empty volume; leaves a full one as it is.',
    );
  });

  it('makes an environment with quota, limits, network rules, rights and monitoring', () => {
    const part = composeOn().environment({
      name: 'marketing-dev',
      team: 'marketing',
      tier: 'dev',
      size: 'medium',
    });
    const made = objects(part);
    expect(made.map(({ kind }) => kind).sort()).toEqual([
      'LimitRange',
      'Namespace',
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'PodMonitor',
      'ResourceQuota',
      'RoleBinding',
      'RoleBinding',
    ]);
    expect(made.flatMap(object => emptyFields(object))).toEqual([]);
    expect(objectsOf(part, 'Namespace')[0].metadata).toMatchObject({
      name: 'marketing-dev',
      labels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
      annotations: {
        'aiops-portal.io/owner': 'marketing',
        'aiops-portal.io/tier': 'dev',
      },
    });
    expect(objectsOf(part, 'RoleBinding')[0]).toMatchObject({
      subjects: [{ kind: 'Group', name: 'marketing' }],
      roleRef: { name: 'edit' },
    });
    expect(objectsOf(part, 'ResourceQuota')[0].spec.hard).toMatchObject({
      'requests.cpu': '4',
      'requests.storage': '60Gi',
      'services.loadbalancers': 0,
    });
    expect(platformWith(part.edits).environments).toEqual([
      expect.objectContaining({
        name: 'marketing-dev',
        team: 'marketing',
        tier: 'dev',
      }),
    ]);
  });

  it('lets a team only look in production', () => {
    const part = composeOn().environment({
      name: 'marketing-live',
      team: 'marketing',
      tier: 'prod',
    });
    expect(objectsOf(part, 'RoleBinding')[0].roleRef.name).toBe('view');
  });

  it("reserves an address that the environment's first web app takes", () => {
    const home = {
      name: 'marketing-dev',
      team: 'marketing',
      tier: 'dev',
    } as const;
    const environment = composeOn().environment({ ...home, address: true });
    const [ingress] = objectsOf(environment, 'Ingress');
    expect(ingress.spec.rules[0].host).toBe('marketing-dev.corp.example.com');
    expect(ingress.spec.rules[0].http.paths[0].backend.service.name).toBe(
      'web',
    );

    const web = {
      blueprint: 'web',
      image: 'ghcr.io/acme/shop:1.4.0',
      environment: home,
    };
    const first = composeOn(environment.edits).deploy({ ...web, name: 'shop' });
    expect(first.values.host).toBe('marketing-dev.corp.example.com');
    expect(first.edits).toContainEqual({
      path: 'k8s-manifests/platform/environments/marketing-dev/ingress.yaml',
    });
    const second = composeOn([...environment.edits, ...first.edits]).deploy({
      ...web,
      name: 'api',
    });
    expect(second.values.host).toBe('api.corp.example.com');
    expect(() =>
      composeOn(environment.edits).deploy({
        ...web,
        name: 'thief',
        environment: { ...home, name: 'events-dev' },
        host: 'marketing-dev.corp.example.com',
      }),
    ).toThrow('The address marketing-dev.corp.example.com is taken.');
  });

  it('refuses taken names and addresses with one that is free', () => {
    const compose = composeOn();
    const environment = compose.environment(blog);
    const site = compose.deploy({
      blueprint: 'ghost',
      name: 'blog',
      environment: blog,
    });
    const later = composeOn([...environment.edits, ...site.edits]);
    expect(() => later.environment(blog)).toThrow(
      'There is an environment called "marketing-blog" already.',
    );
    expect(() =>
      later.deploy({ blueprint: 'redis', name: 'blog', environment: blog }),
    ).toThrow(
      'The name "blog" is taken. "blog-2" is free. Nothing was changed.',
    );
    expect(() =>
      later.deploy({
        blueprint: 'ghost',
        name: 'other',
        host: 'BLOG.corp.example.com',
        environment: blog,
      }),
    ).toThrow('The address blog.corp.example.com is taken.');
  });

  it('gives a needed database another name where its own is taken', () => {
    const compose = composeOn();
    const database = compose.deploy({
      blueprint: 'postgresql',
      name: 'blog-db',
      environment: blog,
    });
    const part = composeOn([
      ...compose.environment(blog).edits,
      ...database.edits,
    ]).deploy({ blueprint: 'wordpress', name: 'blog', environment: blog });
    expect(part.targets).toEqual(['application/blog', 'database/blog-db-2']);
    expect(structuralFaults(objects(part))).toEqual([]);
  });
});

describe('what people may say', () => {
  const deploy = (input: Record<string, unknown>) => () =>
    composeOn().deploy({
      blueprint: 'web',
      name: 'shop',
      environment: blog,
      image: 'ghcr.io/acme/shop:1.4.0',
      ...input,
    });

  it.each([
    ['../../argo-apps/evil', '"argo-apps-evil" would do.'],
    ['"; rm -rf / #', '"rm-rf" would do.'],
    ['x'.repeat(300), `"${'x'.repeat(40)}" would do.`],
    ['🚀🚀', '"my-app" would do.'],
    ['blog\nkind: Secret', '"blog-kind-secret" would do.'],
    ['{a: b}', '"a-b" would do.'],
    ['Café Blog', '"cafe-blog" would do.'],
    ['1st', '"st" would do.'],
    ['kube-system', 'the platform uses itself'],
    ['argocd', '"my-argocd" would do.'],
    ['constructor ', '"constructor" would do.'],
    ['', '"my-app" would do.'],
  ])('turns the name %j down and proposes a good one', (name, sentence) => {
    expect(deploy({ name })).toThrow(sentence);
    expect(deploy({ name })).toThrow('Nothing was changed.');
    expect(() => composeOn().environment({ ...blog, name })).toThrow(sentence);
  });

  it.each([
    [{ replicas: 0 }, 'Web app can run as 1 to 20 copies.'],
    [{ replicas: 1.5 }, 'Web app can run as 1 to 20 copies.'],
    [{ replicas: 1e9 }, 'Web app can run as 1 to 20 copies.'],
    [{ port: 70000 }, 'from 1 to 65535'],
    [{ storage: '10Gi' }, 'keeps nothing on a disk'],
    [{ image: undefined }, 'Which container image shall it run?'],
    [{ image: 'nginx' }, 'names no version'],
    [{ image: 'nginx:1.27\nkind: Secret' }, 'That is no container image.'],
    [{ image: 'nginx:1.27 --privileged' }, 'That is no container image.'],
    [{ host: 'example.org' }, 'An address has to end in .corp.example.com'],
    [{ host: 'a..corp.example.com' }, 'An address has to end in'],
    [
      { host: 'evil`) || Host(`x.corp.example.com' },
      'An address has to end in',
    ],
    [{ blueprint: 'minecraft' }, 'What can: Ghost, MariaDB'],
    [{ blueprint: '__proto__' }, "That can't be deployed here."],
    [
      { blueprint: 'postgresql', image: undefined, storage: '0.5Gi' },
      'from 1Gi to 200Gi',
    ],
    [
      { blueprint: 'postgresql', image: undefined, storage: '9Ti' },
      '9Ti is out of that',
    ],
    [
      { blueprint: 'postgresql', image: undefined, storage: 'lots' },
      'written like 20Gi',
    ],
    [
      { blueprint: 'ghost', image: undefined, replicas: 2 },
      'Ghost runs as one copy only',
    ],
    [
      { blueprint: 'wordpress' },
      'runs from the image wordpress, not from ghcr.io/acme/shop',
    ],
  ])('turns %j down in a sentence', (input, sentence) => {
    expect(deploy(input)).toThrow(sentence);
    expect(deploy(input)).toThrow('Nothing was changed.');
  });

  it('writes what looks like YAML as the text that it is', () => {
    const part = composeOn().environment({
      ...blog,
      title:
        'x\nkind: Secret\n---\n"{{ evil }}": !!js/function &a *a # no comment',
    });
    const namespaces = objectsOf(part, 'Namespace');
    expect(namespaces).toHaveLength(1);
    expect(namespaces[0].metadata.annotations['aiops-portal.io/title']).toBe(
      'x\nkind: Secret\n---\n"{{ evil }}": !!js/function &a *a # no comment',
    );
    expect(objectsOf(part, 'Secret')).toEqual([]);
  });
});
