import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { ChangeAccess } from './ChangeAccess';
import type { ChangeStore } from './ChangeStore';
import type { DefaultChangeService } from './DefaultChangeService';
import type { ChangeRecord } from './model';
import type { ChangeQuery, ChangeService } from './types';
import { say } from '../words';

/**
 * Change requests as far as a person may see them and act on them. What may
 * not be seen is as if it weren't there.
 */
export class AuthorizedChangeService implements ChangeService {
  constructor(
    private readonly service: DefaultChangeService,
    private readonly options: { store: ChangeStore; access: ChangeAccess },
  ) {}

  /** Whose plan it is, and what the policies say, is decided on agreeing. */
  async confirm(input: {
    planId: string;
    hash: string;
    person: RequestingPerson;
    reason?: string;
  }): Promise<Change> {
    return this.service.confirm(input);
  }

  async get(id: string, person: RequestingPerson): Promise<Change> {
    await this.visible(id, person);
    return this.service.get(id, person);
  }

  async list(filter: ChangeQuery, person: RequestingPerson): Promise<Change[]> {
    const { access } = this.options;
    return this.service.list(
      {
        ...filter,
        reach: access.reachOf(person),
        only: change => access.sees(change, person),
      },
      person,
    );
  }

  async cancel(id: string, person: RequestingPerson): Promise<Change> {
    const change = await this.visible(id, person);
    if (!this.options.access.mayCancel(change, person)) {
      throw new NotAllowedError(
        say`Only ${change.requesterName} can take ${id} back. Nothing was done.`,
      );
    }
    return this.service.cancel(id, person);
  }

  async approve(
    id: string,
    hash: string,
    person: RequestingPerson,
  ): Promise<Change> {
    await this.mayDecide(id, person);
    return this.service.approve(id, hash, person);
  }

  async reject(
    id: string,
    hash: string,
    reason: string,
    person: RequestingPerson,
  ): Promise<Change> {
    await this.mayDecide(id, person);
    return this.service.reject(id, hash, reason, person);
  }

  async *follow(
    id: string,
    person: RequestingPerson,
    signal: AbortSignal,
  ): AsyncIterable<Change> {
    await this.visible(id, person);
    yield* this.service.follow(id, person, signal);
  }

  private async mayDecide(id: string, person: RequestingPerson): Promise<void> {
    const change = await this.visible(id, person);
    const { allowed, reason } = await this.options.access.mayApprove(
      change,
      person,
    );
    if (!allowed) {
      throw new NotAllowedError(
        say`${reason ?? say`You can't decide on ${id}.`} Nothing was done.`,
      );
    }
  }

  private async visible(
    id: string,
    person: RequestingPerson,
  ): Promise<ChangeRecord> {
    const change = await this.options.store.get(id);
    if (!(await this.options.access.sees(change, person))) {
      throw new NotFoundError(
        say`There is no request ${id}, or it isn't yours to see.`,
      );
    }
    return change;
  }
}
