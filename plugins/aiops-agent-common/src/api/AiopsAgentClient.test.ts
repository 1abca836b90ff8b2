import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AiopsAgentClient } from './AiopsAgentClient';
import type { TurnEvent } from './turnEvents';

let server: Server | undefined;

async function clientOf(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>(ready => server!.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return new AiopsAgentClient({
    fetchApi: { fetch },
    discoveryApi: {
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    },
  });
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise(closed => server?.close(closed) ?? closed(undefined));
  server = undefined;
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

describe('AiopsAgentClient', () => {
  it('reads a turn as it is written, whatever the pieces it arrives in', async () => {
    const seen: Array<string | undefined> = [];
    const client = await clientOf((request, response) => {
      seen.push(request.method, request.url, request.headers.accept);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const text = [
        'event: started\ndata: {"userMessageId":"m1"}\n\n',
        ': still here\n\n',
        'event: delta\ndata: {"text":"Grüße"}\n\n',
        'event: done\ndata: {"reply":"Grüße","intent":null,"params":{}}\n\n',
      ].join('');
      const bytes = Buffer.from(text);
      const middle = bytes.indexOf(Buffer.from('ü')) + 1;
      response.write(bytes.subarray(0, middle), () =>
        response.end(bytes.subarray(middle)),
      );
    });

    const events = await collect(client.sendMessage('a/b', { text: 'Hi' }));

    expect(seen).toEqual([
      'POST',
      '/api/aiops-agent/v1/conversations/a%2Fb/messages',
      'text/event-stream',
    ]);
    expect(events).toEqual([
      { type: 'started', userMessageId: 'm1' },
      { type: 'delta', text: 'Grüße' },
      {
        type: 'done',
        turn: { reply: 'Grüße', intent: null, params: {} },
      },
    ]);
  });

  it('tells the server to stop when the person does', async () => {
    let stopped = () => {};
    const closed = new Promise<void>(resolve => {
      stopped = resolve;
    });
    const client = await clientOf((_request, response) => {
      response.on('close', stopped);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('event: delta\ndata: {"text":"Well"}\n\n');
    });
    const controller = new AbortController();
    const heard: TurnEvent[] = [];

    await expect(
      (async () => {
        for await (const event of client.sendMessage(
          'c1',
          { text: 'Hi' },
          { signal: controller.signal },
        )) {
          heard.push(event);
          controller.abort();
        }
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' });

    await closed;
    expect(heard).toEqual([{ type: 'delta', text: 'Well' }]);
  });

  it('fails with the sentence of the server, in a stream and outside of one', async () => {
    const client = await clientOf((request, response) => {
      if (request.url?.endsWith('/messages')) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.end(
          'event: error\ndata: {"error":{"name":"ServiceUnavailableError","message":"Git is away."}}\n\n',
        );
        return;
      }
      response.writeHead(409, { 'Content-Type': 'application/json' });
      response.end(
        '{"error":{"name":"ConflictError","message":"You agreed already."},"response":{"statusCode":409}}',
      );
    });

    await expect(
      collect(client.sendMessage('c1', { text: 'Hi' })),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'Git is away.',
    });
    await expect(client.confirmPlan('p1', 'hash')).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'ConflictError', message: 'You agreed already.' },
    });
  });

  it('notices a connection that ends in the middle of an answer', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.end('event: delta\ndata: {"text":"Well"}\n\n');
    });

    await expect(
      collect(client.sendMessage('c1', { text: 'Hi' })),
    ).rejects.toThrow('The connection ended before the answer was complete.');
  });

  it('sends filters, bodies and tokens where they belong', async () => {
    const seen: Array<Record<string, string | undefined>> = [];
    const client = await clientOf((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({
          call: `${request.method} ${request.url}`,
          body,
          token: request.headers.authorization,
        });
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"items":[],"values":{"password":"x"}}');
      });
    });

    await client.listChanges({ role: 'approver' }, { token: 'abc' });
    await client.rejectChange('REQ-1', { hash: 'h', reason: 'Too dear' });
    expect(await client.revealCredentials('dev', 'blog')).toEqual({
      password: 'x',
    });
    await client.getThing({ kind: 'Component', namespace: 'a', name: 'b/c' });
    const answer = { conversationId: 'c1', messageId: 'm/2' };
    await client.giveFeedback(answer, { verdict: 'up' });
    await client.withdrawFeedback(answer);
    await client.listUnderstood({ verdict: 'down', maxConfidence: 0.5 });

    expect(seen).toEqual([
      {
        call: 'GET /api/aiops-agent/v1/changes?role=approver',
        body: '',
        token: 'Bearer abc',
      },
      {
        call: 'POST /api/aiops-agent/v1/changes/REQ-1/reject',
        body: '{"hash":"h","reason":"Too dear"}',
        token: undefined,
      },
      {
        call: 'POST /api/aiops-agent/v1/credentials/dev/blog/reveal',
        body: '',
        token: undefined,
      },
      {
        call: 'GET /api/aiops-agent/v1/things/Component/a/b%2Fc',
        body: '',
        token: undefined,
      },
      {
        call: 'PUT /api/aiops-agent/v1/conversations/c1/messages/m%2F2/feedback',
        body: '{"verdict":"up"}',
        token: undefined,
      },
      {
        call: 'DELETE /api/aiops-agent/v1/conversations/c1/messages/m%2F2/feedback',
        body: '',
        token: undefined,
      },
      {
        call: 'GET /api/aiops-agent/v1/understood?verdict=down&maxConfidence=0.5',
        body: '',
        token: undefined,
      },
    ]);
  });
});
