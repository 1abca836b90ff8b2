import { contract, contractCluster, until } from './cluster';
import { pod } from './manifests';

describe('a cluster holds a namespace', () => {
  const cluster = contractCluster('admission');
  const ok = (args: string | string[], input?: string) =>
    cluster.admin.ok(args, input);
  const refused = (text: string) => cluster.admin.refused('create -f -', text);

  const resources = (kind: string, cpu: string) =>
    `      resources: { ${kind}: { cpu: "${cpu}" } }`;

  contract(
    'to its limits, and gives what is left out',
    ['controllers'],
    async () => {
      await ok(
        'create -f -',
        `
apiVersion: v1
kind: LimitRange
metadata: { name: limits }
spec:
  limits:
    - type: Container
      default: { cpu: 500m }
      defaultRequest: { cpu: 200m }
      min: { cpu: 100m }
      max: { cpu: "1" }
`,
      );
      await ok('create -f -', pod('plain'));
      expect(
        (await cluster.admin.json('get pod plain')).spec.containers[0]
          .resources,
      ).toEqual({ limits: { cpu: '500m' }, requests: { cpu: '200m' } });
      expect(await refused(pod('large', resources('limits', '2')))).toContain(
        'pods "large" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
      );
      expect(
        await refused(pod('small', resources('requests', '50m'))),
      ).toContain(
        'minimum cpu usage per Container is 100m, but request is 50m',
      );
      expect(await ok('describe limits limits')).toMatch(
        /Container\s+cpu\s+100m\s+1\s+200m\s+500m/,
      );
      await ok('delete limitrange limits');
      await ok('delete pod plain --force');
    },
  );

  contract(
    'to its quota, and lets go of what is gone',
    ['controllers'],
    async () => {
      await ok('create quota room --hard=pods=2,requests.cpu=1,configmaps=3');
      await until('the quota counts', async () =>
        (await ok('get quota room -o jsonpath={.status.used}'))
          ? true
          : undefined,
      );
      expect(await refused(pod('unsaid'))).toContain(
        'pods "unsaid" is forbidden: failed quota: room: must specify requests.cpu for: main',
      );
      await ok('create -f -', pod('one', resources('requests', '600m')));
      expect(
        await refused(pod('two', resources('requests', '500m'))),
      ).toContain(
        'exceeded quota: room, requested: requests.cpu=500m, used: requests.cpu=600m, limited: requests.cpu=1',
      );
      await ok('create -f -', pod('two', resources('requests', '400m')));
      expect(await refused(pod('three', resources('requests', '1m')))).toMatch(
        /exceeded quota: room, requested: pods=1,requests\.cpu=1m, used: pods=2,requests\.cpu=1, limited: pods=2,requests\.cpu=1/,
      );
      expect(await ok('describe quota room')).toMatch(
        /pods\s+2\s+2\n\s*requests\.cpu\s+1\s+1/,
      );
      await ok('delete pod one --force');
      await until('there is room again', async () =>
        (
          await cluster.admin.run(
            'create -f -',
            pod('three', resources('requests', '1m')),
          )
        ).status === 0
          ? true
          : undefined,
      );
      await ok('delete quota room');
    },
  );
});
