import type {
  Change,
  ChangeState,
  Plan,
  Turn,
} from '@aiops-portal/plugin-aiops-agent-common';
import { expect } from '@playwright/test';

/** What the portal answered. */
export interface Answer<T> {
  status: number;
  body: T;
  /** What is said to the person when it was refused. */
  sentence: string;
}

interface Refusal {
  error?: { message?: string };
}

/** Somebody who uses the REST interface with a token of their own. */
export class Person {
  constructor(
    private readonly portal: string,
    private readonly token: string,
  ) {}

  async call<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.portal}/api/aiops-agent/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return {
      status: response.status,
      body: answer as T,
      sentence: (answer as Refusal).error?.message ?? '',
    };
  }

  wish(intent: string, params: object): Promise<Answer<Turn>> {
    return this.call('POST', `/intents/${intent}`, { params });
  }

  /** The plan for a wish that can be granted as it is. */
  async plan(intent: string, params: object): Promise<Plan> {
    const { body, status } = await this.wish(intent, params);
    if (!body.plan) {
      throw new Error(`No plan (${status}): ${JSON.stringify(body)}`);
    }
    return body.plan;
  }

  /** What is said in a new conversation, and what comes back. */
  async say(text: string): Promise<Turn> {
    const { body } = await this.call<{ id: string }>('POST', '/conversations');
    const turn = await this.call<Turn>(
      'POST',
      `/conversations/${body.id}/messages`,
      { text },
    );
    return turn.body;
  }

  confirm(plan: Pick<Plan, 'id' | 'hash'>): Promise<Answer<Change>> {
    return this.call('POST', `/plans/${plan.id}/confirm`, { hash: plan.hash });
  }

  /** Agrees to what can be agreed to. */
  async agree(plan: Plan): Promise<Change> {
    const { status, body } = await this.confirm(plan);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  }

  async undo(id: string): Promise<Plan> {
    const { status, body } = await this.call<Plan>(
      'POST',
      `/changes/${id}/undo`,
    );
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  }

  async request(id: string): Promise<Change> {
    return (await this.call<Change>('GET', `/changes/${id}`)).body;
  }

  /** Every request that this person may see. */
  async all(): Promise<Change[]> {
    return (await this.call<{ items: Change[] }>('GET', '/changes')).body.items;
  }

  approve({ id, hash }: Change): Promise<Answer<Change>> {
    return this.call('POST', `/changes/${id}/approve`, { hash });
  }

  /** Waits until the request satisfies `when`. */
  async eventually(
    id: string,
    when: (change: Change) => boolean,
  ): Promise<Change> {
    let change = await this.request(id);
    await expect
      .poll(
        async () => {
          change = await this.request(id);
          return when(change);
        },
        { timeout: 40_000, intervals: [100] },
      )
      .toBe(true)
      .catch(error => {
        throw new Error(`${error.message}\n${JSON.stringify(change, null, 1)}`);
      });
    return change;
  }

  /** Waits until the request has come to its end, which is to be this one. */
  async ends(id: string, state: ChangeState): Promise<Change> {
    const ended: ChangeState[] = [
      'live',
      'failed',
      'rolled-back',
      'rejected',
      'cancelled',
      'expired',
    ];
    const change = await this.eventually(id, at => ended.includes(at.state));
    expect(change.state, JSON.stringify(change.failure)).toBe(state);
    return change;
  }
}
