import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';

/** Which requests to list; every given part must hold. */
export interface ChangeQuery {
  /** A state, `open`, `approved` or `done`. */
  state?: string;
  role?: 'requester' | 'approver';
  /** Only those that write below one of these folders. */
  below?: string[];
}

/** The durable record from confirmation to live. */
export interface ChangeService {
  /** Agrees to a plan, once. */
  confirm(input: {
    planId: string;
    hash: string;
    person: RequestingPerson;
    reason?: string;
  }): Promise<Change>;
  /** @throws NotFoundError where there is none that the person may see. */
  get(id: string, person: RequestingPerson): Promise<Change>;
  list(filter: ChangeQuery, person: RequestingPerson): Promise<Change[]>;
  cancel(id: string, person: RequestingPerson): Promise<Change>;
  approve(id: string, hash: string, person: RequestingPerson): Promise<Change>;
  reject(
    id: string,
    hash: string,
    reason: string,
    person: RequestingPerson,
  ): Promise<Change>;
  /** The change at each step, the present one first, until it has ended. */
  follow(
    id: string,
    person: RequestingPerson,
    signal: AbortSignal,
  ): AsyncIterable<Change>;
}
