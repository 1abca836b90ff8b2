import {
  HttpMethod,
  IsomorphicFetchHttpLibrary,
  KubeConfig,
  RequestContext,
} from '@kubernetes/client-node';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ClusterConnection } from './clusterConfig';
import { readLines } from './lines';
import type { KubeObject } from './objects';

/** A list of objects and the version that a watch goes on from. */
export interface ObjectList {
  items: KubeObject[];
  metadata: { resourceVersion?: string; continue?: string };
}

/** One line of a watch. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: KubeObject & { code?: number; message?: string };
}

/** The server's answer to a request that it refused. */
export class KubeStatusError extends Error {
  readonly name = 'KubeStatusError';

  constructor(readonly code: number, message: string) {
    super(message);
  }
}

/** The few calls that reading a cluster takes. */
export interface KubeApi {
  /** @throws KubeStatusError, ServiceUnavailableError */
  list(
    path: string,
    query: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<ObjectList>;
  /**
   * Resolves when the server ends the stream.
   * @throws KubeStatusError, ServiceUnavailableError
   */
  watch(
    path: string,
    query: Record<string, string>,
    handlers: { onOpen(): void; onEvent(event: WatchEvent): void },
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * The body as it is, such as a log.
   * @throws KubeStatusError, ServiceUnavailableError
   */
  text(
    path: string,
    query: Record<string, string>,
    timeoutMs: number,
  ): Promise<string>;
  /** JSON merge patch. @throws KubeStatusError, ServiceUnavailableError */
  patch(path: string, body: object): Promise<void>;
}

const TIMEOUT_MS = 30_000;

/** {@link KubeApi} with a service account's token. */
export class HttpKubeApi implements KubeApi {
  private readonly config = new KubeConfig();
  private readonly http = new IsomorphicFetchHttpLibrary();

  constructor(private readonly connection: ClusterConnection) {
    this.config.loadFromClusterAndUser(
      {
        name: connection.name,
        server: connection.url,
        caData: connection.caData,
        // The client takes http only when told that there is no TLS to verify.
        skipTLSVerify:
          connection.skipTLSVerify === true ||
          connection.url.startsWith('http:'),
      },
      { name: 'portal', token: connection.token },
    );
  }

  async list(
    path: string,
    query: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<ObjectList> {
    const response = await this.send(HttpMethod.GET, path, query, {
      signal: within(TIMEOUT_MS, signal),
    });
    return JSON.parse(await response.body.text());
  }

  async watch(
    path: string,
    query: Record<string, string>,
    handlers: { onOpen(): void; onEvent(event: WatchEvent): void },
    signal: AbortSignal,
  ): Promise<void> {
    const response = await this.send(
      HttpMethod.GET,
      path,
      { ...query, watch: 'true' },
      { signal },
    );
    handlers.onOpen();
    const stream = response.body.stream?.();
    if (stream) {
      await readLines(stream, line => handlers.onEvent(JSON.parse(line)));
    }
  }

  async text(
    path: string,
    query: Record<string, string>,
    timeoutMs: number,
  ): Promise<string> {
    const response = await this.send(HttpMethod.GET, path, query, {
      signal: within(timeoutMs),
      accept: '*/*',
    });
    return await response.body.text();
  }

  async patch(path: string, body: object): Promise<void> {
    await this.send(
      HttpMethod.PATCH,
      path,
      {},
      {
        signal: within(TIMEOUT_MS),
        body: JSON.stringify(body),
      },
    );
  }

  private async send(
    method: HttpMethod,
    path: string,
    query: Record<string, string>,
    options: { signal: AbortSignal; body?: string; accept?: string },
  ) {
    const url = new URL(
      `${this.connection.url.replace(/\/+$/, '')}${path}?${new URLSearchParams(
        query,
      )}`,
    );
    const request = new RequestContext(url.toString(), method);
    request.setHeaderParam('Accept', options.accept ?? 'application/json');
    request.setSignal(options.signal);
    if (options.body !== undefined) {
      request.setHeaderParam('Content-Type', 'application/merge-patch+json');
      request.setBody(options.body);
    }
    let response;
    try {
      await this.config.applySecurityAuthentication(request);
      response = await this.http.send(request).toPromise();
    } catch (error) {
      throw new ServiceUnavailableError(
        'The cluster is not answering.',
        error instanceof Error ? error : undefined,
      );
    }
    if (response.httpStatusCode >= 300) {
      throw new KubeStatusError(
        response.httpStatusCode,
        statusMessage(await response.body.text(), response.httpStatusCode),
      );
    }
    return response;
  }
}

function within(ms: number, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(ms);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}

function statusMessage(body: string, code: number): string {
  try {
    return JSON.parse(body).message ?? `The cluster answered ${code}.`;
  } catch {
    return `The cluster answered ${code}.`; // A proxy's page, not a Status.
  }
}
