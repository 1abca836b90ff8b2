import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AiopsAgentClient,
  type Change,
  type ChangeStep,
  type Plan,
} from '@aiops-portal/plugin-aiops-agent-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createFollowChangeAction } from './followChange';

const PLAN = {
  id: 'p1',
  title: 'A PostgreSQL database in marketing-dev',
  summary: "I'd make **marketing-dev-db**.",
  state: 'confirmed',
  changeId: 'REQ-7',
  cost: { currency: 'USD', before: 0, after: 9, delta: 9, priced: true },
  decision: { outcome: 'allow', reasons: ['It is yours.'] },
  steps: ['Start a database'],
} as unknown as Plan;

function changeIn(
  state: Change['state'],
  steps: Array<[string, ChangeStep['state']]>,
  over: Partial<Change> = {},
): Change {
  return {
    id: 'REQ-7',
    state,
    stateText: state === 'live' ? 'Live' : 'Being built',
    summary: 'A database.',
    steps: steps.map(([title, stepState]) => ({
      id: title,
      title,
      state: stepState,
    })),
    links: [],
    ...over,
  } as unknown as Change;
}

const WRITTEN = changeIn('syncing', [
  ['Written down', 'done'],
  ['Database ready', 'active'],
]);
const LIVE = changeIn(
  'live',
  [
    ['Written down', 'done'],
    ['Database ready', 'done'],
  ],
  {
    links: [
      { title: 'In the catalog', entityRef: 'resource:default/db' },
      { title: 'Open', url: 'http://db.example.com' },
      { title: 'Password', reveal: { environment: 'dev', name: 'db' } },
    ],
  },
);

const servers: Server[] = [];
let late: AbortController;

beforeEach(() => {
  late = new AbortController();
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise(closed => server.close(closed));
  }
});

/** The assistant's REST interface, and the step that asks it. */
async function setUp(
  answers: {
    plan?: Plan;
    /** What each connection in turn says of the request. */
    events?: Array<(response: ServerResponse) => void>;
    /** What happens while it waits to connect again. */
    onPause?: () => void;
  } = {},
) {
  const { plan = PLAN, events = [says(WRITTEN, LIVE)], onPause } = answers;
  const asked: string[] = [];
  const tokens = new Set<string | undefined>();
  const languages = new Set<string | undefined>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    tokens.add(request.headers.authorization);
    languages.add(request.headers['accept-language']);
    if (request.url?.endsWith('/v1/plans/p1')) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(plan));
    } else if (request.url?.endsWith('/v1/changes/REQ-7/events')) {
      const answer = events.length > 1 ? events.shift()! : events[0];
      answer(response);
    } else {
      response.writeHead(404, { 'Content-Type': 'application/json' });
      response.end(
        '{"error":{"name":"NotFoundError","message":"There is no such plan."},"response":{"statusCode":404}}',
      );
    }
  });
  servers.push(server);
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;

  const action = createFollowChangeAction({
    agentIn: (language = 'en') =>
      new AiopsAgentClient({
        fetchApi: { fetch },
        discoveryApi: {
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        },
        language: () => language,
      }),
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    patience: {
      timeout: () => late.signal,
      pause: async () => onPause?.(),
    },
  });
  const run = async (
    input: Parameters<typeof action.handler>[0]['input'] = { planId: 'p1' },
    over: { isDryRun?: boolean; signal?: AbortSignal } = {},
  ) => {
    const lines: string[] = [];
    const logger = mockServices.logger.mock({
      info: line => lines.push(line),
      warn: line => lines.push(line),
    });
    const outputs: Record<string, unknown> = {};
    const context = {
      ...createMockActionContext({ input, logger, workspacePath: 'none' }),
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
      getInitiatorCredentials: async () =>
        mockCredentials.user('user:default/maya'),
      ...over,
    };
    const failure = await action.handler(context).then(
      () => undefined,
      error => error,
    );
    return { lines, outputs, failure };
  };
  return { run, asked, tokens, languages };
}

/** A connection that says this and ends. */
function says(...changes: Change[]) {
  return (response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const change of changes) {
      response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
    }
    response.end();
  };
}

/** A connection that says this and stays open. */
function keepsSaying(change: Change) {
  return (response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(`event: change
data: ${JSON.stringify(change)}

`);
  };
}

describe('aiops:follow-change', () => {
  it('tells each step once, as the person, and links to what was made', async () => {
    const { run, asked, tokens } = await setUp();
    const { lines, outputs, failure } = await run();
    expect(failure).toBeUndefined();
    expect(lines).toEqual([
      'REQ-7: A PostgreSQL database in marketing-dev',
      'Done: Written down',
      'Now: Database ready',
      'Done: Database ready',
      'Live.',
    ]);
    expect(outputs).toEqual({
      request: 'REQ-7',
      state: 'live',
      stateText: 'Live',
      summary: 'A database.',
      requestUrl: '/requests/REQ-7',
      entityRef: 'resource:default/db',
      address: 'http://db.example.com',
      credentialsUrl: '/credentials/dev/db',
    });
    // Nothing is sent but questions, with the person's own credentials.
    expect(asked.every(call => call.startsWith('GET '))).toBe(true);
    expect([...tokens]).toEqual([expect.stringContaining('user:default/maya')]);
    // A task that is replayed follows the same request.
    expect((await run()).outputs).toEqual(outputs);
  });

  it('goes on where a connection breaks or the portal restarts', async () => {
    const { run } = await setUp({
      events: [
        says(WRITTEN),
        response => response.destroy(),
        response => {
          response.writeHead(503, { 'Content-Type': 'application/json' });
          response.end('{}');
        },
        says(LIVE),
      ],
    });
    const { lines, failure } = await run();
    expect(failure).toBeUndefined();
    expect(lines.at(-1)).toBe('Live.');
  });

  it('ends where somebody else has a say', async () => {
    const waiting = changeIn('awaiting-approval', [], {
      stateText: 'Waiting for Lena',
    });
    const { run } = await setUp({ events: [keepsSaying(waiting)] });
    const { lines, outputs } = await run();
    expect(lines.at(-1)).toBe(
      'Waiting for Lena. You will hear of it; there is nothing more to do here.',
    );
    expect(outputs).toMatchObject({ requestUrl: '/requests/REQ-7' });
    expect(outputs).not.toHaveProperty('entityRef');
  });

  it('fails with what went wrong and what to do', async () => {
    const failed = changeIn('failed', [['Database ready', 'failed']], {
      failure: {
        message: 'The database did not start. Nothing else changed.',
        advice: 'Undo the request.',
      },
    });
    const { run } = await setUp({ events: [says(failed)] });
    const { lines, failure } = await run();
    expect(failure.message).toBe(
      'The database did not start. Nothing else changed. Undo the request.',
    );
    expect(lines).toContain('Failed: Database ready');
    const rejected = await setUp({
      events: [says(changeIn('rejected', [], { stateText: 'Turned down' }))],
    });
    expect((await rejected.run()).failure.message).toMatch(
      /^REQ-7 was not carried out: Turned down\./,
    );
  });

  it('waits for minutes at most', async () => {
    const { run } = await setUp({
      events: [says(WRITTEN)],
      onPause: () => late.abort(),
    });
    const { lines, outputs, failure } = await run({ planId: 'p1', minutes: 2 });
    expect(failure).toBeUndefined();
    expect(lines.at(-1)).toBe(
      'Being built. It takes longer than 2 minutes and goes on without this page: see /requests/REQ-7.',
    );
    expect(outputs).toMatchObject({ state: 'syncing' });
  });

  it('stops with its task, and says that the request does not', async () => {
    const cancel = new AbortController();
    const { run } = await setUp({
      events: [says(WRITTEN)],
      onPause: () => cancel.abort(),
    });
    const { lines, failure } = await run(
      { planId: 'p1' },
      { signal: cancel.signal },
    );
    expect(failure).toMatchObject({ name: 'AbortError' });
    expect(lines.at(-1)).toMatch(/What you agreed to goes on/);
  });

  it('does nothing for a plan that nobody agreed to', async () => {
    const proposed = { ...PLAN, state: 'proposed', changeId: undefined };
    const { run, asked } = await setUp({ plan: proposed as Plan });
    expect((await run()).failure.message).toMatch(
      /You have not agreed to this plan/,
    );
    const refused = await run({ planId: 'p1', refusal: 'It is too old.' });
    expect(refused.failure.message).toBe('It is too old.');
    // The task's log shows the stack, which is nobody's business here.
    expect(refused.failure.stack).toBe('It is too old.');
    // Somebody else's plan is as unknown as one that isn't there.
    const unknown = await run({ planId: 'p2' });
    expect(unknown.failure.stack).toBe('There is no such plan.');
    expect(new Set(asked)).toEqual(
      new Set([
        'GET /api/aiops-agent/v1/plans/p1',
        'GET /api/aiops-agent/v1/plans/p2',
      ]),
    );
  });

  it('speaks the language that the person reads', async () => {
    const waiting = changeIn(
      'awaiting-approval',
      [['Aufgeschrieben', 'done']],
      { stateText: 'Wartet auf Lena' },
    );
    const { run, languages } = await setUp({ events: [says(waiting)] });
    const { lines } = await run({ planId: 'p1', language: 'de-AT' });
    expect([...languages]).toEqual(['de-AT']);
    expect(lines.slice(1)).toEqual([
      'Fertig: Aufgeschrieben',
      'Wartet auf Lena. Du hörst davon; hier ist nichts mehr zu tun.',
    ]);
    const proposed = { ...PLAN, changeId: undefined } as Plan;
    const german = await setUp({ plan: proposed });
    const input = { planId: 'p1', language: 'de' };
    expect((await german.run(input)).failure.message).toMatch(
      /^Diesem Plan .* hast du nicht zugestimmt/,
    );
    const dry = await german.run(input, { isDryRun: true });
    expect(dry.outputs.stateText).toBe('Nichts wurde geändert');
    expect(dry.lines).toContain(
      'Würde getan, sobald jemand zustimmt: A PostgreSQL database in marketing-dev (+9,00 USD im Monat).',
    );
  });

  it('shows in a dry run what would be done', async () => {
    const { run, asked } = await setUp({
      plan: { ...PLAN, state: 'proposed', changeId: undefined } as Plan,
    });
    const { lines, outputs, failure } = await run(
      { planId: 'p1' },
      { isDryRun: true },
    );
    expect(failure).toBeUndefined();
    expect(outputs.stateText).toBe('Nothing was changed');
    expect(lines).toEqual([
      'This is a dry run: nothing is agreed to and nothing is changed.',
      'Would be done once somebody agrees: A PostgreSQL database in marketing-dev (+9.00 USD a month).',
      'Would be done: Start a database',
      'It is yours.',
    ]);
    expect(asked).toEqual(['GET /api/aiops-agent/v1/plans/p1']);
  });
});
