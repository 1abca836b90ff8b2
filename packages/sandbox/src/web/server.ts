import { listen, requestHost, sendPage, type RunningServer } from '../http';
import type { ClusterApi } from '../kubernetes/types';
import type { SandboxLogger } from '../logger';
import { sitePage, unknownHostPage } from './pages';
import { hostsOf, siteAt } from './sites';

/** Where the web is served from. */
export interface WebOptions {
  cluster: ClusterApi;
  host: string;
  port: number;
  logger: SandboxLogger;
}

/** Serves each Ingress host of the cluster as `http://<host>.localhost:<port>/`. */
export function startWeb(options: WebOptions): Promise<RunningServer> {
  const { cluster } = options;
  return listen(
    (req, res) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') {
        res.writeHead(405, { allow: 'GET, HEAD' });
        res.end();
        return;
      }
      const host = siteHost(requestHost(req));
      const { pathname } = new URL(req.url ?? '/', 'http://sandbox');
      const site = host ? siteAt(cluster, host, pathname) : undefined;
      if (!site) {
        const port = req.socket.localPort ?? options.port;
        sendPage(res, 404, unknownHostPage(host, hostsOf(cluster), port));
        return;
      }
      const { status, page } = sitePage(site);
      if (site.state === 'starting') {
        res.setHeader('retry-after', '2');
      }
      sendPage(res, status, page);
    },
    {
      name: 'web',
      host: options.host,
      port: options.port,
      onError: error =>
        options.logger.error('A site could not be shown', error),
    },
  );
}

/** The host that is meant: without `.localhost`; empty for this machine's own names. */
function siteHost(requested: string): string {
  const suffix = '.localhost';
  return requested.endsWith(suffix) ? requested.slice(0, -suffix.length) : '';
}
