import { request } from 'node:http';
import type { RunningServer } from '../http';
import { MemoryCluster } from '../testing';
import { startWeb } from '.';

describe('the web of the sandbox', () => {
  let cluster: MemoryCluster;
  let web: RunningServer;

  const get = (host: string, path = '/') =>
    new Promise<{ status?: number; text: string }>((resolve, reject) => {
      const options = {
        port: web.port,
        host: '127.0.0.1',
        path,
        headers: { host },
      };
      request(options, res => {
        let text = '';
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () => resolve({ status: res.statusCode, text }));
      })
        .on('error', reject)
        .end();
    });
  const blog = 'blog.corp.example.com.localhost';

  beforeEach(async () => {
    cluster = new MemoryCluster();
    cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'blog',
        annotations: { 'aiops-portal.io/title': 'Marketing blog' },
      },
    });
    cluster.create({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { namespace: 'blog', name: 'blog' },
      spec: {
        rules: [
          {
            host: 'blog.corp.example.com',
            http: {
              paths: [{ path: '/', backend: { service: { name: 'blog' } } }],
            },
          },
        ],
      },
    });
    web = await startWeb({
      cluster,
      host: '127.0.0.1',
      port: 0,
      logger: { info() {}, warn() {}, error() {} },
    });
  });
  afterEach(() => web.close());

  it('shows a site through its life: nothing, starting, ready, asleep', async () => {
    expect(await get(blog)).toMatchObject({
      status: 503,
      text: expect.stringContaining('Nothing answers here yet'),
    });

    const labels = { app: 'blog' };
    cluster.create({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'blog', name: 'blog' },
      spec: { selector: labels },
    });
    cluster.create({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        namespace: 'blog',
        name: 'blog',
        annotations: {
          'aiops-portal.io/title': 'Spring <Campaign>',
          'aiops-portal.io/blueprint': 'wordpress',
        },
      },
      spec: {
        template: {
          metadata: { labels },
          spec: { containers: [{ image: 'wordpress:6.8-apache' }] },
        },
      },
    });
    const starting = await get(blog);
    expect(starting.status).toBe(503);
    expect(starting.text).toContain('Spring &lt;Campaign&gt; is starting');
    expect(starting.text).toContain(
      '<meta http-equiv="refresh" content="2" />',
    );

    cluster.create({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        namespace: 'blog',
        name: 'blog-1',
        labels: { 'kubernetes.io/service-name': 'blog' },
      },
      endpoints: [{ conditions: { ready: true } }],
    });
    const ready = await get(blog.toUpperCase(), '/any/page?x=1');
    expect(ready.status).toBe(200);
    expect(ready.text).toContain('Just another WordPress site');
    expect(ready.text).toContain('Marketing blog');
    expect(ready.text).not.toContain('<Campaign>');

    cluster.patch(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'blog',
        name: 'blog',
      },
      { spec: { replicas: 0 } },
    );
    expect(await get(blog)).toMatchObject({
      status: 503,
      text: expect.stringContaining('is asleep'),
    });
  });

  it('lists the addresses for a host that it does not know, and takes no nonsense', async () => {
    const unknown = await get('<script>.localhost');
    expect(unknown.status).toBe(421);
    const other = await get('none.corp.example.com.localhost');
    expect(other.status).toBe(404);
    expect(other.text).toContain(
      `http://blog.corp.example.com.localhost:${web.port}/`,
    );
    expect((await get('localhost')).text).toContain(
      'The addresses of the sandbox',
    );
    for (const host of [
      'evil.example.com',
      'a@b.localhost',
      'x.localhost/../y',
      '',
    ]) {
      expect((await get(host)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
