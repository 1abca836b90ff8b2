import {
  html,
  listen,
  sendJson,
  sendPage,
  type Page,
  type RunningServer,
} from './http';
import type { FaultRoutes } from './faults';
import type { SandboxLogger } from './logger';
import { hostsOf } from './web';
import type { ClusterApi } from './kubernetes';
import type { Person } from './world';

/** Where everything is. */
export interface SandboxAddresses {
  control: string;
  kubernetes: string;
  /** The repository itself, as git takes it. */
  git: string;
  vault: string;
  openid: string;
  /** Sites are at `http://<host>.localhost` with this port. */
  web: string;
}

/** What the control page tells. */
export interface ControlState {
  ready: boolean;
  addresses?: SandboxAddresses;
  kubeconfig: string;
  people: Person[];
  cluster?: ClusterApi;
  faults?: FaultRoutes;
}

/** Serves `/healthz` for programs, and `/` and `/faults` for people. */
export function startControl(
  state: ControlState,
  options: { host: string; port: number; logger: SandboxLogger },
): Promise<RunningServer> {
  return listen(
    async (req, res) => {
      const { pathname } = new URL(req.url ?? '/', 'http://sandbox');
      if (await state.faults?.(req, res, pathname)) {
        return;
      }
      switch (pathname) {
        case '/healthz':
          sendJson(res, state.ready ? 200 : 503, {
            status: state.ready ? 'ready' : 'starting',
            addresses: state.addresses,
            kubeconfig: state.kubeconfig,
            people: state.people.map(
              ({ name, displayName, about, groups }) => ({
                name,
                title: `${displayName}. ${about}`,
                groups,
              }),
            ),
          });
          break;
        case '/':
          sendPage(res, 200, page(state));
          break;
        default:
          res.writeHead(404, { 'content-type': 'text/plain' });
          res.end('There is /, /faults and /healthz\n');
      }
    },
    {
      name: 'control page',
      host: options.host,
      port: options.port,
      onError: error => options.logger.error('The control page failed', error),
    },
  );
}

function page({
  ready,
  addresses,
  kubeconfig,
  people,
  cluster,
}: ControlState): Page {
  const port = addresses && new URL(addresses.web).port;
  const hosts = cluster ? hostsOf(cluster) : [];
  return {
    title: 'The sandbox',
    refreshSeconds: ready ? undefined : 1,
    body: html`<main>
      <h1>The sandbox</h1>
      <p class="muted">
        ${ready ? 'A small company to try the portal in.' : 'It is starting.'}
      </p>
      <p><a href="/faults">See what can go wrong</a></p>
      <h2>Where things are</h2>
      <dl>
        <dt>Kubernetes</dt>
        <dd>${addresses?.kubernetes} · <code>${kubeconfig}</code></dd>
        <dt>Git</dt>
        <dd>${addresses?.git}</dd>
        <dt>Vault</dt>
        <dd>${addresses?.vault}</dd>
        <dt>Sign-in</dt>
        <dd>${addresses?.openid}</dd>
      </dl>
      <h2>Sites</h2>
      <ul>
        ${hosts.map(
          host =>
            html`<li>
              <a href="http://${host}.localhost:${port}/">${host}</a>
            </li>`,
        )}
      </ul>
      <h2>People</h2>
      <dl>
        ${people.map(
          person => html`<dt>${person.displayName}</dt>
            <dd>${person.about}</dd>`,
        )}
      </dl>
    </main>`,
  };
}
