import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type Provider from 'oidc-provider';
import { listen, readBody, sendPage, type RunningServer } from '../http';
import type { SandboxLogger } from '../logger';
import { jsonFile } from '../state';
import type { Person } from '../world';
import {
  openIdConfiguration,
  type OpenIdClient,
  type SandboxPlaces,
} from './configuration';
import { openIdKeys } from './keys';
import { messagePage, signInPage } from './pages';
import { openIdStorage } from './storage';

/** Whom the provider signs in, to what, and where it keeps its state. */
export interface OpenIdOptions {
  people: Person[];
  client: OpenIdClient;
  places: SandboxPlaces;
  /** Folder for keys and sessions. */
  directory: string;
  host: string;
  port: number;
  /** What browsers and the portal call it; by default where it listens. */
  issuer?: string;
  logger: SandboxLogger;
}

/** Serves the OpenID provider of the company, with a page that lists its people. */
export async function startOpenId(
  options: OpenIdOptions,
): Promise<RunningServer> {
  const { logger, people } = options;
  const storage = openIdStorage(
    jsonFile(join(options.directory, 'sessions.json')),
    Date.now,
  );
  const onError = (error: Error) => logger.error('Signing in failed', error);

  // The issuer names the port, which isn't known before it listens.
  let answer: (
    req: IncomingMessage,
    res: ServerResponse,
  ) => Promise<void> | void = (_req, res) => {
    res.writeHead(503, { 'retry-after': '1' });
    res.end();
  };
  const server = await listen((req, res) => answer(req, res), {
    name: 'sign-in',
    host: options.host,
    port: options.port,
    onError,
  });

  // An ES module, which this CommonJS package can't import in its header.
  const oidc = await import('oidc-provider');
  const provider = new oidc.Provider(
    options.issuer ?? server.url,
    openIdConfiguration(oidc, {
      people,
      client: options.client,
      places: options.places,
      keys: openIdKeys(jsonFile(join(options.directory, 'keys.json'))),
      storage,
      onError,
    }),
  );
  provider.on('server_error', (_ctx, error) => onError(error));
  const standard = provider.callback();

  answer = async (req, res) => {
    const url = new URL(req.url ?? '/', server.url);
    if (/^\/interaction\/[\w-]+$/.test(url.pathname)) {
      await interact(provider, people, req, res);
    } else {
      await standard(req, res);
    }
  };

  return {
    ...server,
    async close() {
      await server.close();
      storage.flush();
    },
  };
}

/** Shows the people, and signs in the one that was chosen. */
async function interact(
  provider: Provider,
  people: Person[],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const interaction = await provider
    .interactionDetails(req, res)
    .catch(() => undefined);
  if (!interaction) {
    sendPage(
      res,
      400,
      messagePage(
        'This sign-in has expired',
        'Close this window, go back to the portal and sign in again.',
      ),
    );
    return;
  }
  const action = `/interaction/${interaction.uid}`;
  if (req.method !== 'POST') {
    sendPage(res, 200, signInPage(action, people));
    return;
  }
  const chosen = new URLSearchParams(await readBody(req, 4096)).get('person');
  const person = people.find(known => known.name === chosen);
  if (!person) {
    sendPage(res, 400, signInPage(action, people));
    return;
  }
  await provider.interactionFinished(
    req,
    res,
    { login: { accountId: person.name }, select_account: {} },
    { mergeWithLastSubmission: false },
  );
}
