import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { asRecord, field, parseManifests } from './manifests';
import { parseQuantity } from './quantity';
import { readPlatform } from './readPlatform';

const ROOT = join(__dirname, '../../../../gitops');

const files = new Map(
  readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name);
      return [
        relative(ROOT, path).split('\\').join('/'),
        readFileSync(path, 'utf8'),
      ];
    }),
);

describe('the platform repository that an adopter starts from', () => {
  const snapshot = readPlatform(files, 'seed');

  it('reads without a problem, as five environments of two teams', () => {
    expect(snapshot.problems).toEqual([]);
    expect(
      snapshot.environments.map(({ name, team, tier }) => [name, team, tier]),
    ).toEqual([
      ['marketing-prod', 'marketing', 'prod'],
      ['marketing-test', 'marketing', 'test'],
      ['shop-prod', 'shop', 'prod'],
      ['shop-staging', 'shop', 'staging'],
      ['shop-trial', 'shop', 'dev'],
    ]);
    expect(
      snapshot.deployed.map(({ name, role, environment }) => [
        name,
        role,
        environment,
      ]),
    ).toEqual([
      ['marketing-web', 'application', 'marketing-prod'],
      ['newsletter', 'application', 'marketing-prod'],
      ['campaign-preview', 'application', 'marketing-test'],
      ['campaign-preview-db', 'database', 'marketing-test'],
      ['checkout-api', 'application', 'shop-prod'],
      ['shop-db', 'database', 'shop-prod'],
      ['storefront', 'application', 'shop-prod'],
      ['checkout-api-staging', 'application', 'shop-staging'],
      ['image-resizer', 'application', 'shop-staging'],
      ['order-mailer', 'application', 'shop-staging'],
      ['product-reviews', 'application', 'shop-staging'],
      ['recommendations', 'application', 'shop-staging'],
      ['shop-search', 'application', 'shop-staging'],
      ['price-importer', 'application', 'shop-trial'],
    ]);
  });

  it('fits into the quotas of its environments, but for the one that shows what happens then', () => {
    for (const environment of snapshot.environments) {
      const quota = [...files]
        .filter(([path]) => path === `${environment.path}/resource-quota.yaml`)
        .flatMap(([, text]) => parseManifests(text))[0];
      const cpu = snapshot.deployed
        .filter(thing => thing.environment === environment.name)
        .flatMap(thing => thing.workloads)
        .flatMap(({ replicas, containers }) =>
          containers.map(({ requests }) => replicas * (requests.cpu ?? NaN)),
        )
        .reduce((a, b) => a + b, 0);
      const room = parseQuantity(
        field(quota.body, 'spec', 'hard', 'requests.cpu'),
      );
      expect([environment.name, cpu <= room]).toEqual([
        environment.name,
        environment.name !== 'shop-trial',
      ]);
    }
  });

  it('labels everything alike, and keeps secrets where their owners are', () => {
    for (const [path, text] of files) {
      const [, environment, instance] =
        /^k8s-manifests\/apps\/([^/]+)\/([^/]+)\/.*yaml$/.exec(path) ?? [];
      for (const { kind, body } of environment ? parseManifests(text) : []) {
        expect(kind).not.toBe('Secret');
        expect(field(body, 'metadata', 'namespace')).toBe(environment);
        expect(asRecord(field(body, 'metadata', 'labels'))).toMatchObject({
          'app.kubernetes.io/name': expect.any(String),
          'app.kubernetes.io/instance': instance,
          'app.kubernetes.io/part-of': environment,
        });
        // What a workload selects is among the labels of its pods.
        expect({
          ...asRecord(field(body, 'spec', 'template', 'metadata', 'labels')),
          ...asRecord(field(body, 'spec', 'selector', 'matchLabels')),
        }).toEqual(
          asRecord(field(body, 'spec', 'template', 'metadata', 'labels')),
        );
      }
    }
    for (const thing of snapshot.deployed) {
      for (const secret of thing.secrets) {
        expect(secret.path).toBe(
          `teams/${thing.team}/${thing.environment}/${thing.instance}`,
        );
        expect(secret.keys).not.toEqual([]);
      }
    }
  });
});
