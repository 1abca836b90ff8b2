import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  BodyTooLargeError,
  listen,
  readBody,
  sendJson,
  type RunningServer,
} from '../http';
import type { SandboxLogger } from '../logger';
import { permissionDenied, VaultError } from './errors';
import { answerKeyValue, capabilityFor, type KeyValueAnswer } from './keyValue';
import { allows, type VaultToken } from './policy';
import type { SecretsStore } from './store';

/** Where Vault listens and whom it knows. */
export interface VaultOptions {
  store: SecretsStore;
  tokens: VaultToken[];
  host: string;
  port: number;
  now(): Date;
  logger: SandboxLogger;
}

const VERSION = '1.20.4';
const MOUNT = 'secret';

/** Serves Vault's HTTP API as far as a KV version 2 mount at `secret/` goes. */
export function startVault(options: VaultOptions): Promise<RunningServer> {
  return listen(
    async (req, res) => {
      try {
        const { status, data } = await answer(req, options);
        if (data === undefined) {
          res.writeHead(status ?? 204, { 'cache-control': 'no-store' });
          res.end();
        } else {
          sendJson(res, status ?? 200, data);
        }
      } catch (error) {
        if (!(error instanceof VaultError)) {
          throw error;
        }
        sendJson(res, error.status, { errors: error.errors });
      }
    },
    {
      name: 'Vault',
      host: options.host,
      port: options.port,
      onError: error => options.logger.error('Vault failed to answer', error),
    },
  );
}

async function answer(
  req: IncomingMessage,
  options: VaultOptions,
): Promise<KeyValueAnswer> {
  const url = new URL(req.url ?? '/', 'http://sandbox');
  const path = decodePath(url.pathname);
  if (path === 'sys/health') {
    return { data: health(options.now()) };
  }
  const token = authenticate(req, options.tokens);
  if (path === 'auth/token/lookup-self') {
    return {
      data: envelope({
        display_name: token.displayName,
        policies: [token.rules ? token.displayName : 'root'],
        ttl: 0,
        type: 'service',
      }),
    };
  }
  if (
    path === `sys/internal/ui/mounts/${MOUNT}` ||
    path.startsWith(`sys/internal/ui/mounts/${MOUNT}/`)
  ) {
    return {
      data: envelope({
        path: `${MOUNT}/`,
        type: 'kv',
        options: { version: '2' },
      }),
    };
  }

  const match = /^([^/]+)\/([^/]+)\/?(.*)$/s.exec(path);
  if (match?.[1] !== MOUNT) {
    throw new VaultError(
      404,
      `no handler for route "${path}". route entry not found.`,
    );
  }
  // Node's HTTP parser knows no LIST; Vault's own clients say it this way too.
  const listing =
    req.method === 'GET' && url.searchParams.get('list') === 'true';
  const request = {
    endpoint: match[2],
    path: match[3],
    method: listing ? 'LIST' : req.method ?? 'GET',
    query: url.searchParams,
    body: await jsonBody(req),
  };
  const capability = capabilityFor(options.store, request);
  // Vault asks the policy about a folder with its slash.
  const asked = listing && !path.endsWith('/') ? `${path}/` : path;
  if (!allows(token, asked, capability)) {
    throw permissionDenied();
  }
  const { status, data } = answerKeyValue(options.store, request);
  return { status, data: data && envelope(data) };
}

function decodePath(pathname: string): string {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    throw new VaultError(400, 'the path is not valid');
  }
  if (!path.startsWith('/v1/')) {
    throw new VaultError(404);
  }
  if (path.split('/').some(part => part === '..' || part === '.')) {
    throw new VaultError(400, 'relative paths not supported');
  }
  return path.slice('/v1/'.length);
}

function authenticate(req: IncomingMessage, tokens: VaultToken[]): VaultToken {
  const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const given = String(req.headers['x-vault-token'] ?? bearer ?? '');
  const token = tokens.find(known =>
    timingSafeEqual(digest(known.token), digest(given)),
  );
  if (!token) {
    throw permissionDenied();
  }
  return token;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function jsonBody(
  req: IncomingMessage,
): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readBody(req);
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      throw new VaultError(413, 'request body too large');
    }
    throw error;
  }
  if (!text.trim()) {
    return {};
  }
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return body as Record<string, unknown>;
    }
  } catch {
    // Said below, together with JSON that isn't an object.
  }
  throw new VaultError(400, 'error parsing JSON');
}

function envelope(data: object): object {
  return {
    request_id: randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    data,
    wrap_info: null,
    warnings: null,
    auth: null,
    mount_type: 'kv',
  };
}

function health(now: Date): object {
  return {
    initialized: true,
    sealed: false,
    standby: false,
    performance_standby: false,
    replication_performance_mode: 'disabled',
    replication_dr_mode: 'disabled',
    server_time_utc: Math.floor(now.getTime() / 1000),
    version: VERSION,
    enterprise: false,
    cluster_name: 'sandbox',
  };
}
