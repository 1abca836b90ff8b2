import type { AddressInfo } from 'node:net';
import type {
  Change,
  Plan,
  Turn,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PEOPLE } from '../intents/testing/people';
import { World } from '../intents/testing/world';
import { builtinIntents, createUndoRequest, IntentRegistry } from '../intents';
import { createRouter } from './router';
import type { Services } from './types';

// Whole backends start here, on a machine that may be busy.
jest.setTimeout(60_000);

const HASH = 'sha256-abc';
const PLAN = { id: 'p1', hash: HASH, summary: 'A plan.' } as Plan;
const TURN: Turn = {
  reply: 'Hello there',
  intent: null,
  params: {},
  message: {
    id: 'm2',
    role: 'assistant',
    text: 'Hello there',
    at: '2026-11-16T09:30:00.000Z',
  },
};

function changeAt(version: number): Change {
  return { id: 'REQ-1042', version, state: 'queued' } as Change;
}

/** Doubles of what the doors lead to; each test looks at what reached them. */
function doubles() {
  const world = new World();
  const registry = new IntentRegistry(builtinIntents, [
    createUndoRequest({
      repository: {
        committerEmail: '',
        files: async () => new Map(),
        findByTrailer: async () => [],
      },
    }),
  ]);
  const intents = world.runner(registry, async ({ draft }) => ({
    ...PLAN,
    summary: draft.summary,
  }));
  const conversations = {
    start: jest.fn(async () => ({ id: 'c1' })),
    list: jest.fn(async () => []),
    get: jest.fn(async () => {
      throw new NotFoundError('There is no such conversation.');
    }),
    forget: jest.fn(async () => undefined),
    turn: jest.fn(async ({ onDelta }: { onDelta(text: string): void }) => {
      onDelta('Hello ');
      onDelta('there');
      return TURN;
    }),
    understand: jest.fn(async () => ({
      engine: 'rules',
      intent: 'show_quota',
      params: {},
      confidence: 1,
      commands: [],
    })),
  };
  const changes = {
    confirm: jest.fn(async () => changeAt(1)),
    get: jest.fn(async () => changeAt(1)),
    list: jest.fn(async () => [changeAt(1)]),
    cancel: jest.fn(async () => changeAt(2)),
    approve: jest.fn(async () => changeAt(2)),
    reject: jest.fn(async () => changeAt(2)),
    follow: jest.fn(async function* follow() {
      yield changeAt(1);
      yield changeAt(2);
    }),
  };
  const credentials = {
    info: jest.fn(),
    reveal: jest.fn(async () => ({ values: { password: 's3cret' } })),
  };
  const review = {
    rate: jest.fn(async () => undefined),
    page: jest.fn(
      async (): Promise<UnderstoodPage> => ({
        items: [],
        engines: [],
        more: false,
        model: {
          model: 'llama3.1',
          available: true,
          hosts: [
            {
              url: 'http://gpu:11434',
              state: 'failing',
              lastError: 'no answer',
            },
          ],
        },
      }),
    ),
    labelled: jest.fn(async () => '{"id":"m1"}\n'),
    setMeaning: jest.fn(async () => ({ messageId: 'm2' })),
  };
  const plans = {
    get: jest.fn(async () => PLAN),
    dismiss: jest.fn(async () => PLAN),
  };
  return {
    world,
    conversations,
    changes,
    credentials,
    review,
    plans,
    services: {
      intents,
      conversations,
      changes,
      credentials,
      review,
      plans,
    } as unknown as Services,
  };
}

/** A real backend on a real port, with the router in it. */
async function open(options: { denies?: string[] } = {}) {
  const double = doubles();
  const plugin = createBackendPlugin({
    pluginId: 'aiops-agent',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
          permissions: coreServices.permissions,
          logger: coreServices.logger,
        },
        async init({ httpRouter, httpAuth, permissions, logger }) {
          httpRouter.use(
            await createRouter({
              httpAuth,
              permissions,
              logger,
              people: {
                resolve: async userRef => ({ ...PEOPLE.noor, userRef }),
              },
              services: double.services,
              clock: () => double.world.now,
              randomId: () => 'id',
            }),
          );
        },
      });
    },
  });
  const started = await startTestBackend({
    features: [
      plugin,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: options.denies?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
    ],
  });
  const { port } = started.server.address() as AddressInfo;
  const call = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    fetch(`http://127.0.0.1:${port}/api/aiops-agent${path}`, {
      method,
      headers: {
        authorization: mockCredentials.user.header(PEOPLE.noor.userRef),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { ...double, call, stop: () => started.stop() };
}

type Opened = Awaited<ReturnType<typeof open>>;

describe('the REST interface', () => {
  let backend: Opened;

  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => backend.stop());

  const me = expect.objectContaining({ userRef: 'user:default/noor' });

  it('lets in signed-in people alone', async () => {
    const { call } = backend;
    const as = async (authorization: string) =>
      (await call('GET', '/v1/me', undefined, { authorization })).status;
    expect(await as(mockCredentials.none.header())).toBe(401);
    expect(await as(mockCredentials.user.invalidHeader())).toBe(401);
    expect(await as(mockCredentials.service.header())).toBe(403);
    expect(await as(mockCredentials.user.header())).toBe(200);
  });

  it('describes itself', async () => {
    const spec = await (await backend.call('GET', '/openapi.json')).json();
    expect(Object.keys(spec.paths)).toContainEqual(
      expect.stringMatching(/\/conversations\/\{id\}\/messages$/),
    );
  });

  it('tells the home page who I am and what I might say', async () => {
    const body = await (await backend.call('GET', '/v1/me')).json();
    expect(body).toMatchObject({
      person: { userRef: 'user:default/noor' },
      environments: [],
      suggestions: [{}, {}, {}],
    });
  });

  it('starts, lists and forgets conversations', async () => {
    const { call, conversations } = backend;
    const started = await call('POST', '/v1/conversations');
    expect(started.status).toBe(201);
    await call('POST', '/v1/conversations', { entityRef: 'system:default/x' });
    expect(conversations.start).toHaveBeenLastCalledWith(
      me,
      'system:default/x',
    );
    await call('GET', '/v1/conversations?entityRef=system:default/x');
    expect(conversations.list).toHaveBeenCalledWith(me, 'system:default/x');
    expect((await call('DELETE', '/v1/conversations/c1')).status).toBe(204);
    const missing = await call('GET', '/v1/conversations/c9');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({
      error: {
        name: 'NotFoundError',
        message: 'There is no such conversation.',
      },
    });
  });

  it('is as silent about hidden things as about those that are not there', async () => {
    const { call, world } = backend;
    const [hidden] = world.platform.environments;
    for (const name of [hidden.name, 'none-such']) {
      const missing = await call('GET', `/v1/things/system/default/${name}`);
      expect(missing.status).toBe(404);
      expect((await missing.json()).error.message).toBe(
        `I can't find ${name} among the things that you may see. It may have been removed; nothing was changed.`,
      );
    }
  });

  it('keeps whether an answer helped, until that is taken back', async () => {
    const { call, review } = backend;
    const path = '/v1/conversations/c1/messages/m2/feedback';
    const answer = { conversationId: 'c1', messageId: 'm2' };
    const said = { verdict: 'down', comment: 'That is not mine.' };
    const kept = await call('PUT', path, said);
    expect(await kept.json()).toEqual(said);
    expect(review.rate).toHaveBeenLastCalledWith(answer, said, me);
    expect((await call('PUT', path, { verdict: 'maybe' })).status).toBe(400);
    expect((await call('DELETE', path)).status).toBe(204);
    expect(review.rate).toHaveBeenLastCalledWith(answer, undefined, me);
  });

  it('shows admins how messages were understood', async () => {
    const { call, review } = backend;
    const page = await call(
      'GET',
      '/v1/understood?verdict=down&maxConfidence=0.5',
    );
    expect(await page.json()).toHaveProperty('model.hosts', [
      { url: 'http://gpu:11434', state: 'failing', lastError: 'no answer' },
    ]);
    expect(review.page).toHaveBeenLastCalledWith(
      { verdict: 'down', maxConfidence: 0.5 },
      me,
    );
    const lines = await call('GET', '/v1/understood/labelled');
    expect(lines.headers.get('content-type')).toContain('x-ndjson');
    expect(await lines.text()).toBe('{"id":"m1"}\n');
    const meaning = { intent: 'help', params: {} };
    await call('PUT', '/v1/understood/m2/meaning', meaning);
    expect(review.setMeaning).toHaveBeenLastCalledWith('m2', meaning, me);
  });

  it('answers a turn as one document where that is asked for', async () => {
    const response = await backend.call(
      'POST',
      '/v1/conversations/c1/messages',
      { text: 'Hi' },
      { accept: 'application/json' },
    );
    expect(await response.json()).toEqual(TURN);
  });

  it('streams a turn otherwise, uncompressed', async () => {
    const response = await backend.call(
      'POST',
      '/v1/conversations/c1/messages',
      { text: 'Hi' },
      { accept: 'text/event-stream', 'accept-encoding': 'gzip' },
    );
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(
      [
        'event: started\ndata: {"conversationId":"c1"}\n\n',
        'event: delta\ndata: {"text":"Hello "}\n\n',
        'event: delta\ndata: {"text":"there"}\n\n',
        `event: done\ndata: ${JSON.stringify(TURN)}\n\n`,
      ].join(''),
    );
  });

  it('stops the turn when the person goes', async () => {
    const { call, conversations } = backend;
    let stopped = () => {};
    const stop = new Promise<void>(resolve => {
      stopped = resolve;
    });
    conversations.turn.mockImplementationOnce((async (request: {
      signal: AbortSignal;
      onDelta(text: string): void;
    }) => {
      request.onDelta('Well');
      await new Promise(resolve =>
        request.signal.addEventListener('abort', resolve),
      );
      stopped();
      return TURN;
    }) as never);
    const response = await call('POST', '/v1/conversations/c1/messages', {
      text: 'Hi',
    });
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await expect(stop).resolves.toBeUndefined();
  });

  it('fails a turn with a status before it has begun, and with an event after', async () => {
    const { call, conversations } = backend;
    const path = '/v1/conversations/c1/messages';
    conversations.turn.mockRejectedValueOnce(new NotFoundError('None.'));
    expect((await call('POST', path, { text: 'Hi' })).status).toBe(404);

    conversations.turn.mockImplementationOnce(async ({ onDelta }) => {
      onDelta('Well');
      throw new ServiceUnavailableError('Git is away.', new Error('secret'));
    });
    expect(await (await call('POST', path, { text: 'Hi' })).text()).toContain(
      'event: error\ndata: {"error":{"name":"ServiceUnavailableError","message":"Git is away."}}\n\n',
    );
  });

  it('shows what it may be asked, and answers, asks and plans without language', async () => {
    const { call } = backend;
    const { items } = await (await call('GET', '/v1/intents')).json();
    expect(items).toHaveLength(builtinIntents.length);
    expect(items[0]).toMatchObject({
      name: 'create_environment',
      parameters: { type: 'object', properties: { tier: {} } },
    });

    const blueprints = await (await call('GET', '/v1/blueprints')).json();
    expect(blueprints.items).toContainEqual({
      name: 'wordpress',
      title: 'WordPress',
      description: expect.any(String),
      role: 'application',
      needsImage: false,
    });

    const run = async (name: string, params?: unknown) =>
      (await call('POST', `/v1/intents/${name}`, { params })).json();
    expect(await run('show_quota')).toMatchObject({
      reply: expect.stringContaining('**events** has room'),
      message: { role: 'assistant', items: expect.any(Array) },
    });
    expect(await run('deploy_application')).toMatchObject({
      reply: expect.stringContaining('What would you like to deploy'),
      message: { suggestions: expect.any(Array) },
    });
    expect(await run('deploy_application', { app: 'wordpress' })).toMatchObject(
      {
        plan: { id: 'p1' },
        reply: expect.stringContaining('**events-site**'),
        params: { name: 'events-site' },
      },
    );
  });

  it('agrees to plans by their hash, and acts on changes', async () => {
    const { call, changes, plans } = backend;
    await call('POST', '/v1/plans/p1/confirm', { hash: HASH });
    expect(changes.confirm).toHaveBeenCalledWith({
      planId: 'p1',
      hash: HASH,
      person: me,
    });
    changes.confirm.mockRejectedValueOnce(new ConflictError('Once only.'));
    expect(
      (await call('POST', '/v1/plans/p1/confirm', { hash: HASH })).status,
    ).toBe(409);
    await call('POST', '/v1/plans/p1/dismiss');
    expect(plans.dismiss).toHaveBeenCalledWith('p1', 'user:default/noor');

    await call('GET', '/v1/changes?state=open&role=requester');
    expect(changes.list).toHaveBeenCalledWith(
      { state: 'open', role: 'requester' },
      me,
    );
    await call('POST', '/v1/changes/REQ-1042/cancel');
    expect(changes.cancel).toHaveBeenCalledWith('REQ-1042', me);
    await call('POST', '/v1/changes/REQ-1042/approve', { hash: HASH });
    expect(changes.approve).toHaveBeenCalledWith('REQ-1042', HASH, me);
    await call('POST', '/v1/changes/REQ-1042/reject', {
      hash: HASH,
      reason: 'Too dear',
    });
    expect(changes.reject).toHaveBeenCalledWith(
      'REQ-1042',
      HASH,
      'Too dear',
      me,
    );
    const undone = await call('POST', '/v1/changes/REQ-1/undo');
    expect((await undone.json()).error.message).toBe(
      'There is no request REQ-1.',
    );
  });

  it('follows a change as events', async () => {
    const response = await backend.call('GET', '/v1/changes/REQ-1042/events');
    expect(await response.text()).toBe(
      [1, 2]
        .map(
          version =>
            `event: change\nid: ${version}\ndata: ${JSON.stringify(
              changeAt(version),
            )}\n\n`,
        )
        .join(''),
    );
  });

  it('shows credentials to be kept by nobody on the way', async () => {
    const response = await backend.call(
      'POST',
      '/v1/credentials/shop-prod/shop-db/reveal',
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ values: { password: 's3cret' } });
  });

  it.each([
    ['/v1/conversations/c1/messages', {}, '"text" is missing'],
    ['/v1/conversations/c1/messages', { text: '' }, '"text" is empty'],
    [
      '/v1/conversations/c1/messages',
      { text: 'x'.repeat(4001) },
      '"text" is too long',
    ],
    [
      '/v1/conversations/c1/messages',
      { text: 7 },
      '"text" must be of the type string',
    ],
    [
      '/v1/conversations/c1/messages',
      { text: 'Hi', user: 'ada' },
      'it holds a field that is not known here',
    ],
    ['/v1/conversations/c1/messages', '{"text":', 'its body is not valid JSON'],
    ['/v1/plans/p1/confirm', { hash: '' }, '"hash" is empty'],
    ['/v1/plans/p1/confirm', undefined, 'its body has to be JSON'],
    [
      '/v1/intents/show_cost',
      { params: [] },
      '"params" must be of the type object',
    ],
  ])('says what is wrong with %s %j', async (path, body, sentence) => {
    const response = await backend.call('POST', path, body);
    expect([response.status, (await response.json()).error.message]).toEqual([
      400,
      `I can't read this request: ${sentence}. Nothing was changed.`,
    ]);
  });

  it('says it in the language that is asked for', async () => {
    const { call, conversations, changes } = backend;
    const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' };
    const said = async (
      method: string,
      path: string,
      body?: unknown,
      headers = german as Record<string, string>,
    ) => (await (await call(method, path, body, headers)).json()).error.message;
    const messages = '/v1/conversations/c1/messages';
    expect([
      await said('POST', messages, {}),
      await said('POST', messages, '{"text":'),
      await said('POST', messages, { text: 7 }),
      await said('GET', '/v1/changes?role=admin'),
      await said('GET', '/v1/understood?maxConfidence=7'),
    ]).toEqual([
      'Diese Anfrage kann ich nicht lesen: „text“ fehlt. Nichts wurde geändert.',
      'Diese Anfrage kann ich nicht lesen: ihr Inhalt ist kein gültiges JSON. Nichts wurde geändert.',
      'Diese Anfrage kann ich nicht lesen: „text“ muss vom Typ string sein. Nichts wurde geändert.',
      'Diese Anfrage kann ich nicht lesen: „role“ muss eines davon sein: requester, approver. Nichts wurde geändert.',
      'Diese Anfrage kann ich nicht lesen: „maxConfidence“ muss <= 1 sein. Nichts wurde geändert.',
    ]);
    expect(await said('POST', '/v1/intents/rm', {})).toContain(
      '„rm“ kann ich nicht.',
    );
    expect(
      await said('POST', '/v1/intents/scale_application', {
        params: { direction: 'sideways' },
      }),
    ).toMatch(/kann das nicht sein.*Ungültige Option: erwartet/);
    conversations.list.mockRejectedValueOnce(new Error('no such table'));
    expect(await said('GET', '/v1/conversations')).toContain(
      'Bei uns ist etwas schiefgegangen.',
    );
    changes.get.mockRejectedValueOnce(
      new ServiceUnavailableError('The cluster is not answering.', new Error()),
    );
    expect(await said('GET', '/v1/changes/REQ-1')).toBe(
      'Der Cluster antwortet nicht.',
    );
    expect(
      await said('GET', '/v1/me', undefined, {
        ...german,
        authorization: mockCredentials.service.header(),
      }),
    ).toContain('Zugangsdaten der Art „service“');
    const { items } = await (
      await call('GET', '/v1/intents', undefined, german)
    ).json();
    expect(items[0].title).toBe('Eine Umgebung anlegen');
  });

  it('survives hostile paths, queries and parameters', async () => {
    const { call } = backend;
    const status = async (method: string, path: string, body?: unknown) =>
      (await call(method, path, body)).status;
    expect(await status('GET', '/v1/changes?role=admin')).toBe(400);
    expect(await status('GET', '/v1/changes?x=1')).toBe(400);
    expect(await status('POST', '/v1/intents/__proto__', {})).toBe(404);
    expect(await status('POST', '/v1/intents/undo_request', {})).toBe(404);
    expect(
      await status('POST', '/v1/intents/deploy_application', {
        params: { app: 'wordpress', name: '"; rm -rf /' },
      }),
    ).toBe(400);
    expect(
      await status('POST', '/v1/intents/show_cost', {
        params: {},
        entityRef: ':::',
      }),
    ).toBe(400);
    expect(await status('GET', '/v1/nothing')).toBe(404);
  });

  it('tells nobody what broke inside', async () => {
    const { call, conversations } = backend;
    conversations.list.mockRejectedValueOnce(
      new Error('SQLITE_ERROR: no such table: conversations'),
    );
    const response = await call('GET', '/v1/conversations');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('SQLITE');
    expect(text).toContain('Something went wrong on our side.');
  });
});

describe('without a permission', () => {
  it('nothing reaches the services', async () => {
    const backend = await open({
      denies: ['aiops-agent.request', 'aiops-agent.approve'],
    });
    const { call, changes } = backend;
    const hash = { hash: HASH };
    const denied = [
      call('POST', '/v1/plans/p1/confirm', hash),
      call('POST', '/v1/changes/REQ-1/cancel'),
      call('POST', '/v1/changes/REQ-1/undo'),
      call('POST', '/v1/changes/REQ-1/approve', hash),
      call('POST', '/v1/changes/REQ-1/reject', { ...hash, reason: 'no' }),
      call('POST', '/v1/credentials/a/b/reveal'),
    ];
    for (const response of await Promise.all(denied)) {
      expect(response.status).toBe(403);
      expect((await response.json()).error.message).toMatch(
        /Your account may not do that here/,
      );
    }
    expect(changes.confirm).not.toHaveBeenCalled();
    expect(changes.approve).not.toHaveBeenCalled();
    expect((await call('GET', '/v1/changes')).status).toBe(200);
    expect((await call('GET', '/v1/ping')).status).toBe(204);
    await backend.stop();

    const closed = await open({ denies: ['aiops-agent.use'] });
    expect((await closed.call('GET', '/v1/me')).status).toBe(403);
    expect((await closed.call('GET', '/v1/ping')).status).toBe(403);
    await closed.stop();
  });
});
