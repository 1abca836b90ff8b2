import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { vocabularyOf } from './blueprints';
import { predict } from './predict';
import { engineCalled } from './engines';
import { ollamaModel } from './ollamaModel';
import { readRecords } from './records';

describe('the language model of an evaluation', () => {
  const { OLLAMA_HOST } = process.env;

  afterEach(() => {
    jest.restoreAllMocks();
    if (OLLAMA_HOST === undefined) {
      delete process.env.OLLAMA_HOST;
    } else {
      process.env.OLLAMA_HOST = OLLAMA_HOST;
    }
  });

  it('is asked for every message, and says where it had no answer', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"message":{"role":"assistant","content":"Sure!"},"done":true}');
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.env.OLLAMA_HOST = `127.0.0.1:${
      (server.address() as AddressInfo).port
    }`;
    const line = JSON.stringify({
      id: 'x',
      text: 'What did we spend?',
      now: '2026-11-16T09:30:00Z',
      context: { user: 'maya' },
      expect: { intent: 'show_cost', params: {} },
    });
    const records = readRecords(`${line}\n`.repeat(6));
    const model = ollamaModel();
    try {
      const vocabulary = vocabularyOf(
        join(__dirname, '../../../../../gitops/blueprints'),
      );
      await predict(engineCalled('ollama', vocabulary, model), records);
    } finally {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    }
    expect(asked).toBe(6);
    // Others may write there too, such as Node's own warnings.
    const missing = told.mock.calls.filter(([text]) =>
      /no answer: .*JSON/.test(String(text)),
    );
    expect(missing).toHaveLength(6);
    expect(model?.health().available).toBe(false);
  });
});
