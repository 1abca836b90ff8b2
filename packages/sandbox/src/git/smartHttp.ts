import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGunzip } from 'node:zlib';
import { spawnGit } from './command';

const SERVICES = ['git-upload-pack', 'git-receive-pack'] as const;
/** `git-upload-pack` is fetching, `git-receive-pack` is pushing. */
export type GitService = (typeof SERVICES)[number];

/** Which part of Git's smart HTTP protocol a request is, if any. */
export function gitRequest(
  method: string | undefined,
  url: URL,
): { service: GitService; advertise: boolean } | undefined {
  const match = /^\/platform(?:\.git)?\/(info\/refs|git-[a-z-]+)$/.exec(
    url.pathname,
  );
  if (!match) {
    return undefined;
  }
  const advertise = match[1] === 'info/refs';
  const name = advertise ? url.searchParams.get('service') : match[1];
  const service = SERVICES.find(known => known === name);
  return service && method === (advertise ? 'GET' : 'POST')
    ? { service, advertise }
    : undefined;
}

/**
 * Hands a request to git itself and streams its answer. Resolves when git has
 * ended, with what it complained about when it failed.
 */
export function serveGit(
  req: IncomingMessage,
  res: ServerResponse,
  options: { directory: string; service: GitService; advertise: boolean },
): Promise<{ failure?: string }> {
  const { service, advertise } = options;
  res.writeHead(200, {
    'content-type': `application/x-${service}-${
      advertise ? 'advertisement' : 'result'
    }`,
    'cache-control': 'no-cache, max-age=0, must-revalidate',
  });
  const protocol = String(req.headers['git-protocol'] ?? '');
  const child = spawnGit(
    [
      service.replace('git-', ''),
      '--stateless-rpc',
      ...(advertise ? ['--advertise-refs'] : []),
      options.directory,
    ],
    /^[\w.:=-]+$/.test(protocol) ? { GIT_PROTOCOL: protocol } : {},
  );

  if (advertise) {
    const line = `# service=${service}\n`;
    res.write(`${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`);
    child.stdin.end();
  } else {
    const body =
      req.headers['content-encoding'] === 'gzip'
        ? req.pipe(createGunzip())
        : req;
    // A body that breaks off is an end of input to git, which then refuses it.
    body.once('error', () => child.stdin.end());
    body.pipe(child.stdin);
  }
  child.stdin.once('error', () => req.unpipe());
  child.stdout.pipe(res, { end: false });

  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr.on('data', chunk => {
      complaint = (complaint + chunk).slice(-2000);
    });
    // Fetching for nobody is a waste; a push that has arrived is let through.
    res.once('close', () => {
      if (service === 'git-upload-pack') {
        child.kill();
      } else if (!req.complete) {
        child.stdin.destroy();
      }
    });
    child.once('error', reject);
    child.once('close', code =>
      resolve(code === 0 || res.destroyed ? {} : { failure: complaint.trim() }),
    );
  });
}
