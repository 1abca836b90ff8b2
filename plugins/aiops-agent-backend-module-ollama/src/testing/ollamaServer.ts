import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves; a person may switch between them in a test. */
export type Mood =
  | {
      answers: string | ((request: ChatBody) => string);
      /** Thinks aloud first, unless told not to, until its tokens are used up. */
      thinks?: true;
    }
  | { status: number; error: string }
  /** Accepts the question and never says anything. */
  | { hangs: true }
  /** Sends the headers and a part, and nothing more. */
  | { stalls: true }
  /** Ends the connection in the middle of the answer. */
  | { breaksOff: true };

/** The body of `POST /api/chat`, as far as Ollama's documentation has it. */
export interface ChatBody {
  model: string;
  messages: Array<{ role: string; content: string }>;
  format?: unknown;
  stream?: boolean;
  /** Undefined is true: a prompt that is too long loses its beginning. */
  truncate?: boolean;
  /** Undefined is true for a model that can think. */
  think?: boolean;
  keep_alive?: number | string;
  tools?: unknown;
  options?: Record<string, unknown>;
}

/** Context of a model when nobody says anything else. */
const USUAL_CONTEXT = 4096;

/**
 * An HTTP server that behaves as Ollama does, by its documentation and as seen
 * with version 0.17.4.
 */
export interface OllamaServer {
  url: string;
  mood: Mood;
  /** Questions in the order they came. */
  asked: ChatBody[];
  /** Wishes that a model be loaded, which have no messages. */
  loads: ChatBody[];
  /** Times that a model was loaded: again for each other size of the context. */
  loaded: number;
  /** Questions whose connection the other side has ended. */
  abandoned: number;
  close(): Promise<void>;
}

type Answering = { content: string; thinks?: true };

async function bodyOf(request: IncomingMessage): Promise<ChatBody> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return JSON.parse(text);
}

function chatAnswer({ model, messages, think }: ChatBody, mood: Answering) {
  const answered = {
    model,
    created_at: '2026-11-24T10:00:00.000000Z',
    done: true,
  };
  // Without messages the server only loads the model, and says so.
  if (messages.length === 0) {
    return {
      ...answered,
      message: { role: 'assistant', content: '' },
      done_reason: 'load',
    };
  }
  const thinking = mood.thinks && think !== false;
  const message = thinking
    ? { role: 'assistant', content: '', thinking: 'Okay, the user wants' }
    : { role: 'assistant', content: mood.content };
  return {
    ...answered,
    message,
    done_reason: thinking ? 'length' : 'stop',
    total_duration: 5_191_566_416,
    load_duration: 2_154_458,
    prompt_eval_count: 26,
    prompt_eval_duration: 383_809_000,
    eval_count: 298,
    eval_duration: 4_799_921_000,
  };
}

/** Starts one on a free port of this machine. */
export async function startOllama(mood: Mood): Promise<OllamaServer> {
  const state = {
    mood,
    asked: [] as ChatBody[],
    loads: [] as ChatBody[],
    loaded: 0,
    abandoned: 0,
  };
  let context: unknown;
  const server: Server = createServer(async (request, response) => {
    if (request.url !== '/api/chat' || request.method !== 'POST') {
      response.writeHead(404).end('404 page not found');
      return;
    }
    response.on('close', () => {
      state.abandoned += response.writableFinished ? 0 : 1;
    });
    const body = await bodyOf(request);
    (body.messages.length > 0 ? state.asked : state.loads).push(body);
    const now = state.mood;
    if ('hangs' in now) {
      return;
    }
    if ('status' in now) {
      response
        .writeHead(now.status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: now.error }));
      return;
    }
    const wanted = body.options?.num_ctx ?? USUAL_CONTEXT;
    state.loaded += wanted === context ? 0 : 1;
    context = wanted;
    response.writeHead(200, { 'content-type': 'application/json' });
    if ('stalls' in now || 'breaksOff' in now) {
      response.write('{"model":"llama3.1","message":{"role":"assis');
      if ('breaksOff' in now) {
        response.destroy();
      }
      return;
    }
    const content =
      typeof now.answers === 'string' ? now.answers : now.answers(body);
    response.end(
      JSON.stringify(chatAnswer(body, { content, thinks: now.thinks })),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}
