import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  html,
  listen,
  sendPage,
  type RequestHandler,
  type RunningServer,
} from '../http';
import type { SandboxLogger } from '../logger';
import { commitPage } from './commitPage';
import type { PlatformRepository } from './repository';
import { gitRequest, serveGit } from './smartHttp';

/** Who may fetch and push, and where. */
export interface GitRemoteOptions {
  repository: PlatformRepository;
  username: string;
  password: string;
  host: string;
  port: number;
  logger: SandboxLogger;
}

const NO_COMMIT = {
  title: 'No such commit',
  body: html`<main>
    <h1>No such commit</h1>
    <p>The platform repository doesn't have it.</p>
  </main>`,
};

/** Serves the repository as `<url>/platform.git` and its commits as pages. */
export function startGitRemote(
  options: GitRemoteOptions,
): Promise<RunningServer> {
  const { repository, logger } = options;

  const handle: RequestHandler = async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://sandbox');
    const commit = /^\/platform\/commit\/([0-9a-f]{40})$/.exec(url.pathname);
    if (commit && req.method === 'GET') {
      const details = await repository.commit(commit[1]);
      sendPage(
        res,
        details ? 200 : 404,
        details ? commitPage(details) : NO_COMMIT,
      );
      return;
    }
    const request = gitRequest(req.method, url);
    if (!request) {
      res.writeHead(404, { 'content-type': 'text/plain' });
      res.end('The platform repository is at /platform.git\n');
      return;
    }
    if (!isAuthorized(req, options)) {
      res.writeHead(401, {
        'www-authenticate':
          'Basic realm="platform repository", charset="UTF-8"',
        'content-type': 'text/plain',
      });
      res.end(
        'Sign in with the user name and password of the platform repository.\n',
      );
      return;
    }
    const { failure } = await serveGit(req, res, {
      directory: repository.directory,
      ...request,
    });
    if (failure) {
      logger.warn(`${request.service}: ${failure}`);
    }
    if (request.service === 'git-receive-pack' && !request.advertise) {
      await repository.announce();
    }
    res.end();
  };

  return listen(handle, {
    name: 'Git remote',
    host: options.host,
    port: options.port,
    onError: error => logger.error('The Git remote failed to answer', error),
  });
}

function isAuthorized(
  req: IncomingMessage,
  expected: { username: string; password: string },
): boolean {
  const [scheme, encoded] = (req.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic' || !encoded) {
    return false;
  }
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  return timingSafeEqual(
    digest(given),
    digest(`${expected.username}:${expected.password}`),
  );
}

// Digests have one length, so that comparing them tells nothing.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
