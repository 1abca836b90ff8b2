import { dirname, join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  startProcess,
  TestBrowser,
  type TestProcess,
} from '@aiops-portal/sandbox';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import authModuleAiopsOidc from '.';

const ORIGIN = 'http://localhost:7007';
const CALLBACK = `${ORIGIN}/api/auth/corp/handler/frame`;
const PROVIDER = join(
  dirname(require.resolve('@aiops-portal/sandbox/package.json')),
  'src/testing/openIdMain.ts',
);

const maya = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'maya', namespace: 'default' },
  spec: { memberOf: ['marketing'] },
};

describe('signing in through the company', () => {
  jest.setTimeout(60_000);
  let directory: string;
  let provider: TestProcess | undefined;

  const startProvider = async (port = '0') => {
    provider = await startProcess(PROVIDER, [directory, port, CALLBACK]);
    return provider.firstLine;
  };
  const startBackend = async (issuer: string) => {
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        authModuleAiopsOidc,
        catalogServiceMock.factory({ entities: [maya] }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: ORIGIN },
            backend: { baseUrl: ORIGIN },
            auth: {
              environment: 'development',
              session: { secret: 'test' },
              providers: {
                corp: {
                  development: {
                    metadataUrl: issuer,
                    clientId: 'portal',
                    clientSecret: 'secret',
                    callbackUrl: CALLBACK,
                    prompt: 'select_account',
                  },
                },
              },
            },
          },
        }),
      ],
    });
    const base = `http://localhost:${server.port()}`;
    return {
      start: `${base}/api/auth/corp/start?${new URLSearchParams({
        env: 'development',
        scope: 'openid profile email',
        origin: ORIGIN,
      })}`,
      here: (url: string) => url.replace(ORIGIN, base),
      stop: () => server.stop(),
    };
  };
  /** What the sign-in popup posts to the page that opened it. */
  const posted = (page: string) => {
    const encoded = /decodeURIComponent\('([^']*)'\)/.exec(page)?.[1];
    return JSON.parse(decodeURIComponent(encoded ?? 'null'));
  };
  const signIn = async (
    backend: Awaited<ReturnType<typeof startBackend>>,
    person: string,
  ) => {
    const browser = new TestBrowser();
    const page = await browser.follow(backend.start);
    const back = await browser.follow(page.url, { person }, CALLBACK);
    const popup = await browser.follow(backend.here(back.url));
    return { page, answer: posted(popup.text) };
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'auth-module-'));
  });
  afterEach(async () => {
    await provider?.stop();
    provider = undefined;
    await rm(directory, { recursive: true, force: true });
  });

  it('gives the catalog user of that name a Backstage token, and tells others who can help', async () => {
    const backend = await startBackend(await startProvider());

    const { page, answer } = await signIn(backend, 'maya');
    expect(page.text).toContain('Who would you like to be?');
    expect(answer.response.profile).toMatchObject({
      displayName: 'Maya Ortiz',
      email: 'maya@corp.example.com',
    });
    const { token } = answer.response.backstageIdentity;
    const claims = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    expect(claims.sub).toBe('user:default/maya');

    const other = await signIn(backend, 'vic');
    expect(other.answer.error.name).toBe('NotAllowedError');
    expect(other.answer.error.message).toBe(
      'The portal doesn\'t know anybody called "vic", so you are not signed in. Ask a platform administrator to add you to the catalog.',
    );
    await backend.stop();
  });

  it('works as soon as the issuer does, when the issuer was down at the start', async () => {
    const issuer = await startProvider();
    await provider?.stop();
    const backend = await startBackend(issuer);

    const refused = await new TestBrowser().follow(backend.start);
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('The sign-in service does not answer');

    await startProvider(new URL(issuer).port);
    const { answer } = await signIn(backend, 'maya');
    expect(answer.response.backstageIdentity.token).toBeTruthy();
    await backend.stop();
  });
});
