import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, TestBrowser, type TestProcess } from '../testing';

const CALLBACK = 'http://localhost:7007/api/auth/corp/handler/frame';

describe('the OpenID provider', () => {
  let directory: string;
  let provider: TestProcess;
  let issuer: string;

  const start = async (port = '0') => {
    provider = await startProcess(join(__dirname, '../testing/openIdMain.ts'), [
      directory,
      port,
      CALLBACK,
    ]);
    issuer = provider.firstLine;
  };
  const authorize = (extra: Record<string, string> = {}) =>
    `${issuer}/auth?${new URLSearchParams({
      client_id: 'portal',
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: CALLBACK,
      state: 's1',
      ...extra,
    })}`;
  const token = async (form: Record<string, string>) => {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('portal:secret').toString(
          'base64',
        )}`,
      },
      body: new URLSearchParams(form),
    });
    return response.json();
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-openid-'));
    await start();
  });
  afterEach(async () => {
    await provider.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('lists the people, signs in the chosen one for the portal, and again after a restart without a word', async () => {
    const discovery = await (
      await fetch(`${issuer}/.well-known/openid-configuration`)
    ).json();
    expect(discovery).toMatchObject({
      issuer,
      aiops_portal_sandbox: { git: 'http://127.0.0.1:7102' },
    });

    const browser = new TestBrowser();
    const page = await browser.follow(authorize());
    expect(page.status).toBe(200);
    for (const name of ['Maya Ortiz', 'Noor', 'Dev', 'Lena', 'Ada', 'Vic']) {
      expect(page.text).toContain(name);
    }
    const back = await browser.follow(page.url, { person: 'maya' }, CALLBACK);
    const answer = new URL(back.url).searchParams;
    expect(answer.get('state')).toBe('s1');

    const tokens = await token({
      grant_type: 'authorization_code',
      code: answer.get('code') ?? '',
      redirect_uri: CALLBACK,
    });
    const claims = {
      sub: 'maya',
      preferred_username: 'maya',
      name: 'Maya Ortiz',
      email: 'maya@corp.example.com',
      email_verified: true,
      groups: ['marketing', 'developers'],
    };
    const idToken = JSON.parse(
      Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString(),
    );
    expect(idToken).toMatchObject(claims);
    const me = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await me.json()).toEqual(claims);

    expect(provider.complaints()).toBe('');
    expect(await provider.stop()).toBe(0);
    await start(new URL(issuer).port);
    const again = await browser.follow(authorize(), undefined, CALLBACK);
    expect(new URL(again.url).searchParams.get('code')).toBeTruthy();
    const refreshed = await token({
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    expect(refreshed.access_token).toBeTruthy();
  });

  it.each(['login', 'select_account'])(
    'lists the people again for prompt=%s, and signs in somebody else',
    async prompt => {
      const browser = new TestBrowser();
      const first = await browser.follow(authorize());
      await browser.follow(first.url, { person: 'maya' }, CALLBACK);

      const page = await browser.follow(
        authorize({ prompt }),
        undefined,
        CALLBACK,
      );
      expect(page.text).toContain('Who would you like to be?');
      const back = await browser.follow(page.url, { person: 'lena' }, CALLBACK);
      const tokens = await token({
        grant_type: 'authorization_code',
        code: new URL(back.url).searchParams.get('code') ?? '',
        redirect_uri: CALLBACK,
      });
      const me = await fetch(`${issuer}/me`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      });
      expect(await me.json()).toMatchObject({
        sub: 'lena',
        groups: ['marketing', 'events'],
      });
    },
  );

  it('signs out, and turns down what it does not know with a page that says so', async () => {
    const browser = new TestBrowser();
    const page = await browser.follow(authorize());
    const nobody = await browser.follow(page.url, { person: 'mallory' });
    expect(nobody.status).toBe(400);
    expect(nobody.text).toContain('Maya Ortiz');
    await browser.follow(page.url, { person: 'maya' }, CALLBACK);

    const leaving = await browser.follow(`${issuer}/session/end`);
    expect(leaving.text).toContain('Sign out of corp.example.com?');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(leaving.text)?.[1] ?? '';
    const left = await browser.follow(`${issuer}/session/end/confirm`, {
      xsrf,
      logout: 'yes',
    });
    expect(left.text).toContain('You are signed out');
    expect((await browser.follow(authorize())).text).toContain(
      'Who would you like to be?',
    );

    const elsewhere = await browser.follow(
      authorize({ redirect_uri: 'https://evil.example.com/' }),
    );
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain('That sign-in did not work');
    const expired = await new TestBrowser().follow(
      `${issuer}/interaction/none`,
    );
    expect(expired.text).toContain('This sign-in has expired');
  });
});
