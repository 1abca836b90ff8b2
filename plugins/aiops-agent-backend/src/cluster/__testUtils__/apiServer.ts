import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KubeObject } from '../objects';

interface Change {
  version: number;
  type: string;
  path: string;
  object: KubeObject;
}

/**
 * The part of a Kubernetes API server that watching takes, over HTTP: lists
 * with pages, watches that go on from a version, 410 for forgotten ones.
 */
export class ApiServer {
  readonly token = 'sa-token';
  /** `GET /api/v1/pods?limit=500` */
  readonly requests: string[] = [];
  readonly patches: Array<{ path: string; body: unknown; type?: string }> = [];
  /** Collections that exist; others answer 404. */
  readonly collections = new Map<string, Map<string, KubeObject>>();
  private readonly changes: Change[] = [];
  private readonly watches = new Set<{
    path: string;
    response: ServerResponse;
  }>();
  private version = 1;
  private forgotten = 0;
  private server?: Server;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  serve(...paths: string[]): void {
    paths.forEach(path => this.collections.set(path, new Map()));
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) =>
      this.answer(request, response),
    );
    await new Promise<void>(done =>
      this.server!.listen(this.port, '127.0.0.1', done),
    );
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.watches.clear();
    await new Promise<void>(done => {
      server!.close(() => done());
      server!.closeAllConnections();
    });
  }

  /** Versions up to now can no longer be watched from. */
  forget(): void {
    this.forgotten = ++this.version;
  }

  set(path: string, object: KubeObject): void {
    const objects = this.collections.get(path)!;
    const key = keyOf(object);
    const type = objects.has(key) ? 'MODIFIED' : 'ADDED';
    const stored = this.versioned(object);
    objects.set(key, stored);
    this.emit({ version: this.version, type, path, object: stored });
  }

  delete(path: string, namespace: string, name: string): void {
    const objects = this.collections.get(path)!;
    const object = objects.get(`${namespace}/${name}`)!;
    objects.delete(`${namespace}/${name}`);
    const stored = this.versioned(object);
    this.emit({ version: this.version, type: 'DELETED', path, object: stored });
  }

  private versioned(object: KubeObject): KubeObject {
    const resourceVersion = String(++this.version);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  private emit(change: Change): void {
    this.changes.push(change);
    for (const { path, response } of this.watches) {
      if (path === change.path) {
        response.write(line(change.type, change.object));
      }
    }
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      send(response, 401, { message: 'Unauthorized' });
      return;
    }
    if (request.method === 'PATCH') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      this.patches.push({
        path: url.pathname,
        type: request.headers['content-type'],
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      send(response, 200, {});
      return;
    }
    const objects = this.collections.get(url.pathname);
    if (!objects) {
      send(response, 404, { message: 'the server could not find it' });
    } else if (url.searchParams.get('watch')) {
      this.watch(url, response);
    } else {
      this.list(url, [...objects.values()], response);
    }
  }

  /** Two objects a page, where pages are asked for. */
  private list(url: URL, all: KubeObject[], response: ServerResponse): void {
    const from = Number(url.searchParams.get('continue') ?? 0);
    const to = url.searchParams.has('limit') ? from + 2 : all.length;
    send(response, 200, {
      items: all.slice(from, to),
      metadata: {
        resourceVersion: String(this.version),
        continue: to < all.length ? String(to) : '',
      },
    });
  }

  private watch(url: URL, response: ServerResponse): void {
    const since = Number(url.searchParams.get('resourceVersion'));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (since < this.forgotten) {
      response.end(
        line('ERROR', {
          code: 410,
          message: 'too old',
          metadata: { name: '' },
        }),
      );
      return;
    }
    for (const change of this.changes) {
      if (change.version > since && change.path === url.pathname) {
        response.write(line(change.type, change.object));
      }
    }
    const watch = { path: url.pathname, response };
    this.watches.add(watch);
    response.on('close', () => this.watches.delete(watch));
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function line(type: string, object: KubeObject): string {
  return `${JSON.stringify({ type, object })}\n`;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
