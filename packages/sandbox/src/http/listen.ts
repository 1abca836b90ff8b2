import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens; `close` also ends the connections that are open. */
export interface RunningServer {
  /** `http://127.0.0.1:7102`, without a slash at the end. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Answers one request; a rejection becomes a 500 that says nothing of its cause. */
export type RequestHandler = (
  req: IncomingMessage,
  res: ServerResponse,
) => void | Promise<void>;

/** Where to listen, and what for: the name is used in messages. */
export interface ListenOptions {
  /** What listens, as a person would call it: `Git remote`. */
  name: string;
  host: string;
  /** 0 chooses a free one. */
  port: number;
  /** Told of failures that are ours. */
  onError(error: Error): void;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/;

/** True for addresses and names that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host.endsWith('.localhost');
}

/** The host name of a request, lower case and without its port; empty when it makes no sense. */
export function requestHost(req: IncomingMessage): string {
  const parsed = URL.parse(`http://${req.headers.host ?? ''}/`);
  const plain = parsed && !parsed.username && parsed.pathname === '/';
  return plain ? parsed.hostname.replace(/\.$/, '') : '';
}

/**
 * Starts a server on a port. On loopback it answers only to loopback names,
 * so that a page on the Internet whose name resolves to this machine cannot
 * use the well-known credentials of the sandbox.
 *
 * @throws Error with a sentence that names the port when it is taken.
 */
export async function listen(
  handler: RequestHandler,
  options: ListenOptions,
): Promise<RunningServer> {
  const guarded = isLoopback(options.host);
  const server = createServer((req, res) => {
    if (guarded && !isLoopback(requestHost(req))) {
      res.writeHead(421, { 'content-type': 'text/plain' });
      res.end('The sandbox answers on names of this machine only.\n');
      return;
    }
    Promise.resolve()
      .then(() => handler(req, res))
      .catch((error: Error) => {
        options.onError(error);
        if (!res.headersSent) {
          res.writeHead(500, { 'content-type': 'text/plain' });
        }
        res.end();
      });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(portSentence(error, options), { cause: error })),
    );
    server.listen(options.port, options.host, () => resolve());
  });
  server.removeAllListeners('error');
  server.on('error', options.onError);

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${
      options.host.includes(':') ? `[${options.host}]` : options.host
    }:${port}`,
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portSentence(
  error: NodeJS.ErrnoException,
  { name, host, port }: ListenOptions,
): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use, so the sandbox's ${name} cannot start. Stop what listens there, or choose other ports with AIOPS_SANDBOX_PORT.`;
    case 'EACCES':
      return `Port ${port} on ${host} needs rights that this account doesn't have, so the sandbox's ${name} cannot start. Choose ports above 1024 with AIOPS_SANDBOX_PORT.`;
    default:
      return `The sandbox's ${name} cannot listen on ${host}:${port}: ${error.message}`;
  }
}
