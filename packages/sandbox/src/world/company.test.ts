import { manualClock, type KubernetesSandbox } from '../kubernetes';
import { containerLog, containerSpan } from '../kubernetes/logs/containerLog';
import { podMetrics } from '../kubernetes/metrics';
import { quantity } from '../kubernetes/values/quantity';
import { startCompany } from '../testing/company';

const HOUR_MS = 3_600_000;

describe('the company', () => {
  let clock: ReturnType<typeof manualClock>;
  let sandbox: KubernetesSandbox;

  beforeEach(async () => {
    clock = manualClock();
    sandbox = await startCompany(clock);
    clock.advance(30_000);
  });
  afterEach(() => sandbox.stop());

  const podsOf = (namespace: string, instance: string) =>
    sandbox.api.list('v1', 'Pod', {
      namespace,
      labelSelector: `app.kubernetes.io/instance=${instance}`,
    });
  const statusOf = (namespace: string, instance: string) =>
    podsOf(namespace, instance).map(pod => pod.status);
  const usageOf = (namespace: string, instance: string, hours = 0) =>
    podsOf(namespace, instance).map(pod => {
      const at = new Date(clock.now().getTime() + hours * HOUR_MS);
      const { usage } = podMetrics(pod, sandbox.programs, at)!.containers[0];
      return {
        cpu: quantity(usage.cpu),
        memory: Math.round(quantity(usage.memory) / 2 ** 20),
      };
    });
  const logOf = (namespace: string, instance: string, previous = false) => {
    const [pod] = podsOf(namespace, instance);
    const [container] = pod.spec.containers;
    const span = containerSpan(pod, container.name, previous);
    return span
      ? containerLog(pod, container, span, {
          programs: sandbox.programs,
          until: clock.now(),
        }).map(line => line.text)
      : [];
  };
  const deployment = (namespace: string, name: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace,
    name,
  });
  const ready = (namespace: string, name: string) =>
    sandbox.api.get(deployment(namespace, name))!.status.readyReplicas ?? 0;
  const change = (
    namespace: string,
    name: string,
    container: object,
    replicas?: number,
  ) => {
    const live = sandbox.api.get(deployment(namespace, name))!;
    const [first] = live.spec.template.spec.containers;
    sandbox.api.patch(deployment(namespace, name), {
      spec: {
        ...(replicas && { replicas }),
        template: { spec: { containers: [{ ...first, ...container }] } },
      },
    });
    clock.advance(60_000);
  };
  const events = (namespace: string, about: RegExp) =>
    sandbox.api
      .list('v1', 'Event', { namespace })
      .filter(one => about.test(one.involvedObject.name))
      .map(one => `${one.reason}: ${one.message}`);

  it('has a website that has too little processor time at any time of day, and four larger copies that have enough', () => {
    clock.advance(5 * 60_000);
    for (let hour = 0; hour < 24; hour += 4) {
      for (const { cpu } of usageOf('marketing-prod', 'marketing-web', hour)) {
        expect(cpu).toBeGreaterThan(0.45);
        expect(cpu).toBeLessThanOrEqual(0.5);
      }
    }
    const slow = (lines: string[]) =>
      lines.slice(-20).filter(line => line.includes('slow request')).length;
    expect(slow(logOf('marketing-prod', 'marketing-web'))).toBeGreaterThan(10);

    const requests = { cpu: '1', memory: '512Mi' };
    change(
      'marketing-prod',
      'marketing-web',
      { resources: { requests, limits: requests } },
      4,
    );
    expect(ready('marketing-prod', 'marketing-web')).toBe(4);
    for (let hour = 0; hour < 24; hour += 4) {
      for (const { cpu } of usageOf('marketing-prod', 'marketing-web', hour)) {
        expect(cpu).toBeLessThan(0.6);
      }
    }
    expect(slow(logOf('marketing-prod', 'marketing-web'))).toBe(0);
  });

  it('has a newsletter that runs out of memory, and is well with 2Gi', () => {
    const [status] = statusOf('marketing-prod', 'newsletter');
    expect(status.containerStatuses[0]).toMatchObject({
      ready: false,
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    });
    expect(logOf('marketing-prod', 'newsletter', true)).toContain(
      'level=info msg="Loading 412816 subscribers into memory for the November edition"',
    );
    clock.advance(2_000);
    let used: number | undefined;
    for (let second = 0; second < 600 && used === undefined; second++) {
      clock.advance(1_000);
      const [pod] = podsOf('marketing-prod', 'newsletter');
      used = podMetrics(pod, sandbox.programs, clock.now())
        ? usageOf('marketing-prod', 'newsletter')[0].memory
        : undefined;
    }
    expect(used).toBe(980);

    const requests = { cpu: '250m', memory: '2Gi' };
    change('marketing-prod', 'newsletter', {
      resources: { requests, limits: requests },
    });
    expect(ready('marketing-prod', 'newsletter')).toBe(1);
    const [{ memory }] = usageOf('marketing-prod', 'newsletter');
    expect(memory).toBeGreaterThan(1_150);
    expect(memory).toBeLessThan(1_310);
    clock.advance(10 * 60_000);
    const [{ containerStatuses }] = statusOf('marketing-prod', 'newsletter');
    expect(containerStatuses[0].restartCount).toBe(0);
  });

  it('has a healthy shop and a test environment', () => {
    expect(ready('shop-prod', 'storefront')).toBe(2);
    expect(ready('shop-prod', 'checkout-api')).toBe(3);
    expect(ready('marketing-test', 'campaign-preview')).toBe(1);
    const [database] = podsOf('shop-prod', 'shop-db');
    const [, claim] = [...sandbox.programs.disks.claimsOf(database)][0];
    const { capacity, used } = sandbox.programs.disks.use(claim);
    expect(capacity).toBe(20 * 2 ** 30);
    expect(used / capacity).toBeLessThan(0.6);
    for (const { cpu } of usageOf('shop-prod', 'storefront')) {
      expect(cpu).toBeLessThan(0.5);
    }
  });

  it('has in its staging one thing of each kind that can be missing, and each is mended by what it misses', () => {
    const waiting = (instance: string) =>
      statusOf('shop-staging', instance)[0].containerStatuses?.[0].state.waiting
        ?.reason;
    expect(waiting('recommendations')).toMatch(
      /^(ErrImagePull|ImagePullBackOff)$/,
    );
    expect(waiting('shop-search')).toBe('CreateContainerConfigError');
    expect(waiting('order-mailer')).toBe('CrashLoopBackOff');
    expect(logOf('shop-staging', 'order-mailer', true).at(-1)).toContain(
      'environment variable SMTP_URL is not set',
    );
    expect(events('shop-staging', /^product-reviews-/)).toContain(
      'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 404',
    );
    expect(events('shop-staging', /^image-resizer-/)[0]).toMatch(
      /^FailedScheduling: 0\/3 nodes are available: 3 node\(s\) didn't match/,
    );
    expect(ready('shop-trial', 'price-importer')).toBe(2);
    expect(events('shop-trial', /^price-importer-/).join()).toContain(
      'exceeded quota: environment',
    );
    expect(ready('shop-staging', 'checkout-api')).toBe(1);

    change('shop-staging', 'recommendations', {
      image: 'registry.corp.example.com/shop/recommendations:2.0.4',
    });
    change('shop-staging', 'order-mailer', {
      env: [{ name: 'SMTP_URL', value: 'smtp://mail' }],
    });
    change('shop-staging', 'product-reviews', {
      readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
    });
    for (const name of ['recommendations', 'order-mailer', 'product-reviews']) {
      expect([name, ready('shop-staging', name)]).toEqual([name, 1]);
    }
  });
});
