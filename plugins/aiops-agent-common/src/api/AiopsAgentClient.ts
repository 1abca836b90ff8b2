import { deserializeError, ResponseError } from '@backstage/errors';
import type {
  Blueprint,
  Change,
  Conversation,
  CredentialInfo,
  Feedback,
  IntentInfo,
  Me,
  Meaning,
  Params,
  Plan,
  ThingDetails,
  Turn,
  UnderstandRequest,
  Understanding,
  Understood,
} from '../schema';
import type {
  AiopsAgentApi,
  AiopsAgentRequestOptions,
  UnderstoodFilter,
  UnderstoodPage,
} from './AiopsAgentApi';
import { readEventStream } from './eventStream';
import type { TurnEvent } from './turnEvents';

type Options = AiopsAgentRequestOptions;

/** Calls the assistant's REST interface from a browser or a backend. */
export class AiopsAgentClient implements AiopsAgentApi {
  private readonly fetchApi: { fetch: typeof fetch };
  private readonly language?: () => string;
  private readonly discoveryApi?: {
    getBaseUrl(pluginId: string): Promise<string>;
  };

  /**
   * Without a discovery API the addresses are `plugin://aiops-agent/…`, which
   * Backstage's frontend fetch API resolves.
   */
  constructor(options: {
    fetchApi: { fetch: typeof fetch };
    discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
    /** The language that answers are wanted in: `de`. */
    language?(): string;
  }) {
    this.language = options.language;
    this.fetchApi = options.fetchApi;
    this.discoveryApi = options.discoveryApi;
  }

  getMe(options?: Options): Promise<Me> {
    return this.get('/me', options);
  }

  getThing(
    entity: { kind: string; namespace: string; name: string },
    options?: Options,
  ): Promise<ThingDetails> {
    const path = [entity.kind, entity.namespace, entity.name]
      .map(encodeURIComponent)
      .join('/');
    return this.get(`/things/${path}`, options);
  }

  startConversation(
    input?: { entityRef?: string },
    options?: Options,
  ): Promise<Conversation> {
    return this.post('/conversations', input ?? {}, options);
  }

  async listConversations(
    filter?: { entityRef?: string },
    options?: Options,
  ): Promise<Conversation[]> {
    const { items } = await this.get<{ items: Conversation[] }>(
      `/conversations${query(filter)}`,
      options,
    );
    return items;
  }

  getConversation(id: string, options?: Options): Promise<Conversation> {
    return this.get(`/conversations/${encodeURIComponent(id)}`, options);
  }

  async deleteConversation(id: string, options?: Options): Promise<void> {
    await this.request(
      `/conversations/${encodeURIComponent(id)}`,
      { method: 'DELETE' },
      options,
    );
  }

  async *sendMessage(
    conversationId: string,
    message: { text: string; entityRef?: string },
    options?: Options,
  ): AsyncGenerator<TurnEvent> {
    const path = `/conversations/${encodeURIComponent(
      conversationId,
    )}/messages`;
    for await (const event of this.events(
      path,
      { method: 'POST', body: JSON.stringify(message) },
      options,
    )) {
      const data = JSON.parse(event.data);
      if (event.event === 'started') {
        yield { type: 'started', userMessageId: data.userMessageId };
      } else if (event.event === 'delta') {
        yield { type: 'delta', text: data.text };
      } else if (event.event === 'done') {
        yield { type: 'done', turn: data as Turn };
        return;
      }
    }
    throw new Error('The connection ended before the answer was complete.');
  }

  giveFeedback(
    message: { conversationId: string; messageId: string },
    feedback: Feedback,
    options?: Options,
  ): Promise<Feedback> {
    return this.put(feedbackPath(message), feedback, options);
  }

  async withdrawFeedback(
    message: { conversationId: string; messageId: string },
    options?: Options,
  ): Promise<void> {
    await this.request(feedbackPath(message), { method: 'DELETE' }, options);
  }

  listUnderstood(
    filter: UnderstoodFilter = {},
    options?: Options,
  ): Promise<UnderstoodPage> {
    const { maxConfidence, ...rest } = filter;
    return this.get(
      `/understood${query({
        ...rest,
        maxConfidence: maxConfidence?.toString(),
      })}`,
      options,
    );
  }

  async exportLabelled(options?: Options): Promise<string> {
    const response = await this.request(
      '/understood/labelled',
      { headers: { Accept: 'application/x-ndjson' } },
      options,
    );
    return response.text();
  }

  setMeaning(
    messageId: string,
    meaning: Meaning,
    options?: Options,
  ): Promise<Understood> {
    return this.put(
      `/understood/${encodeURIComponent(messageId)}/meaning`,
      meaning,
      options,
    );
  }

  understand(
    request: UnderstandRequest,
    options?: Options,
  ): Promise<Understanding> {
    return this.post('/understand', request, options);
  }

  async listIntents(options?: Options): Promise<IntentInfo[]> {
    const { items } = await this.get<{ items: IntentInfo[] }>(
      '/intents',
      options,
    );
    return items;
  }

  async listBlueprints(options?: Options): Promise<Blueprint[]> {
    const { items } = await this.get<{ items: Blueprint[] }>(
      '/blueprints',
      options,
    );
    return items;
  }

  runIntent(
    name: string,
    input?: { params?: Params; entityRef?: string },
    options?: Options,
  ): Promise<Turn> {
    return this.post(
      `/intents/${encodeURIComponent(name)}`,
      input ?? {},
      options,
    );
  }

  getPlan(id: string, options?: Options): Promise<Plan> {
    return this.get(`/plans/${encodeURIComponent(id)}`, options);
  }

  confirmPlan(id: string, hash: string, options?: Options): Promise<Change> {
    return this.post(
      `/plans/${encodeURIComponent(id)}/confirm`,
      { hash },
      options,
    );
  }

  dismissPlan(id: string, options?: Options): Promise<Plan> {
    return this.post(
      `/plans/${encodeURIComponent(id)}/dismiss`,
      undefined,
      options,
    );
  }

  async listChanges(
    filter?: { state?: string; role?: 'requester' | 'approver' },
    options?: Options,
  ): Promise<Change[]> {
    const { items } = await this.get<{ items: Change[] }>(
      `/changes${query(filter)}`,
      options,
    );
    return items;
  }

  getChange(id: string, options?: Options): Promise<Change> {
    return this.get(`/changes/${encodeURIComponent(id)}`, options);
  }

  async *followChange(id: string, options?: Options): AsyncGenerator<Change> {
    const path = `/changes/${encodeURIComponent(id)}/events`;
    for await (const event of this.events(path, {}, options)) {
      if (event.event === 'change') {
        yield JSON.parse(event.data) as Change;
      }
    }
  }

  cancelChange(id: string, options?: Options): Promise<Change> {
    return this.act(id, 'cancel', undefined, options);
  }

  undoChange(id: string, options?: Options): Promise<Plan> {
    return this.act(id, 'undo', undefined, options);
  }

  approveChange(id: string, hash: string, options?: Options): Promise<Change> {
    return this.act(id, 'approve', { hash }, options);
  }

  rejectChange(
    id: string,
    input: { hash: string; reason: string },
    options?: Options,
  ): Promise<Change> {
    return this.act(id, 'reject', input, options);
  }

  getCredentialNames(
    environment: string,
    name: string,
    options?: Options,
  ): Promise<CredentialInfo> {
    return this.get(credentialsPath(environment, name), options);
  }

  async revealCredentials(
    environment: string,
    name: string,
    options?: Options,
  ): Promise<Record<string, string>> {
    const { values } = await this.post<{ values: Record<string, string> }>(
      `${credentialsPath(environment, name)}/reveal`,
      undefined,
      options,
    );
    return values;
  }

  private act<T>(
    id: string,
    act: 'cancel' | 'undo' | 'approve' | 'reject',
    body: unknown,
    options?: Options,
  ): Promise<T> {
    return this.post(
      `/changes/${encodeURIComponent(id)}/${act}`,
      body,
      options,
    );
  }

  private async get<T>(path: string, options?: Options): Promise<T> {
    const response = await this.request(path, {}, options);
    return response.json();
  }

  private async post<T>(
    path: string,
    body: unknown,
    options?: Options,
  ): Promise<T> {
    const response = await this.request(
      path,
      {
        method: 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      options,
    );
    return response.json();
  }

  private async put<T>(
    path: string,
    body: unknown,
    options?: Options,
  ): Promise<T> {
    const response = await this.request(
      path,
      { method: 'PUT', body: JSON.stringify(body) },
      options,
    );
    return response.json();
  }

  /** @throws the error that an `error` event tells of, by its own name. */
  private async *events(path: string, init: RequestInit, options?: Options) {
    const response = await this.request(
      path,
      { ...init, headers: { Accept: 'text/event-stream' } },
      options,
    );
    if (!response.body) {
      return;
    }
    for await (const event of readEventStream(response.body)) {
      if (event.event === 'error') {
        throw deserializeError(JSON.parse(event.data).error);
      }
      yield event;
    }
  }

  private async request(
    path: string,
    init: RequestInit,
    options?: Options,
  ): Promise<Response> {
    const base =
      (await this.discoveryApi?.getBaseUrl('aiops-agent')) ??
      'plugin://aiops-agent';
    const headers = new Headers(init.headers);
    if (init.body !== undefined) {
      headers.set('Content-Type', 'application/json');
    }
    if (this.language) {
      headers.set('Accept-Language', this.language());
    }
    if (!headers.has('Accept')) {
      headers.set('Accept', 'application/json');
    }
    if (options?.token) {
      headers.set('Authorization', `Bearer ${options.token}`);
    }
    const response = await this.fetchApi.fetch(`${base}/v1${path}`, {
      ...init,
      headers,
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function credentialsPath(environment: string, name: string): string {
  return `/credentials/${encodeURIComponent(environment)}/${encodeURIComponent(
    name,
  )}`;
}

function feedbackPath(message: {
  conversationId: string;
  messageId: string;
}): string {
  return `/conversations/${encodeURIComponent(
    message.conversationId,
  )}/messages/${encodeURIComponent(message.messageId)}/feedback`;
}

function query(filter: Record<string, string | undefined> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}
