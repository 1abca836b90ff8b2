import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { Clock } from '../cluster/clock';
import type { Agreements } from './Agreements';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import type { ChangeReach, ChangeStore } from './ChangeStore';
import type { ChangeSteps } from './ChangeSteps';
import type { ChangeView } from './ChangeView';
import { hasEnded, statesOf, type Approval, type ChangeRecord } from './model';
import type { ChangeQuery, ChangeService } from './types';
import { say } from '../words';

/** Another process may have moved a request that is followed here. */
const FOLLOW_POLL_MS = 2_000;

/**
 * Change requests, without asking who may: that is what
 * {@link AuthorizedChangeService} adds. What holds for everybody is here.
 */
export class DefaultChangeService implements ChangeService {
  constructor(
    private readonly options: {
      store: ChangeStore;
      steps: ChangeSteps;
      agreements: Agreements;
      announcer: ChangeAnnouncer;
      view: ChangeView;
      clock: Clock;
      /** Called when there is something for workers to do. */
      wake: () => void;
    },
  ) {}

  async confirm(input: {
    planId: string;
    hash: string;
    person: RequestingPerson;
    reason?: string;
  }): Promise<Change> {
    const change = await this.options.agreements.agree(input);
    this.options.wake();
    return this.options.view.show(change, input.person);
  }

  async get(id: string, person: RequestingPerson): Promise<Change> {
    return this.options.view.show(await this.options.store.get(id), person);
  }

  async list(
    filter: ChangeQuery & {
      reach?: ChangeReach;
      /** Leaves the others out. */
      only?: (change: ChangeRecord) => Promise<boolean>;
    },
    person: RequestingPerson,
  ): Promise<Change[]> {
    const { only = async () => true } = filter;
    const found = await this.options.store.list({
      reach: filter.reach,
      states:
        filter.role === 'approver'
          ? ['awaiting-approval']
          : statesOf(filter.state),
      requester: filter.role === 'requester' ? person.userRef : undefined,
      below: filter.below,
    });
    const kept = await Promise.all(found.map(only));
    const changes = found.filter((_, index) => kept[index]);
    const shown = await Promise.all(
      changes.map(change => this.options.view.show(change, person)),
    );
    return filter.role === 'approver'
      ? shown.filter(change => change.can.approve)
      : shown;
  }

  async cancel(id: string, person: RequestingPerson): Promise<Change> {
    const { store, steps, view } = this.options;
    const change = await store.get(id);
    if (change.state === 'cancelled') {
      return view.show(change, person);
    }
    if (hasEnded(change) || change.writing) {
      throw new ConflictError(
        hasEnded(change)
          ? say`${id} has ended already, so there is nothing to take back.`
          : say`${id} is being written down already, so it can't be taken back. You can undo it when it is live.`,
      );
    }
    return view.show(
      await steps.move(change, 'cancel', { actor: person.userRef }),
      person,
    );
  }

  async approve(
    id: string,
    hash: string,
    person: RequestingPerson,
  ): Promise<Change> {
    const { store, steps, view, wake } = this.options;
    const change = await this.waiting(id, hash, person);
    const approval = this.word(hash, person, 'approved');
    const given = change.approvals.filter(a => a.decision === 'approved');
    if (given.some(a => a.by === person.userRef)) {
      throw new ConflictError(
        say`You have approved ${id} already; it waits for somebody else, too.`,
      );
    }
    const step = {
      actor: person.userRef,
      meta: { hash },
      also: (tx: Parameters<typeof store.addApproval>[0]) =>
        store.addApproval(tx, id, approval),
    };
    const enough = given.length + 1 >= change.approvalsNeeded;
    await steps.move(change, enough ? 'approve' : 'approveInPart', step);
    wake();
    return view.show(await store.get(id), person);
  }

  async reject(
    id: string,
    hash: string,
    reason: string,
    person: RequestingPerson,
  ): Promise<Change> {
    const { store, steps, view } = this.options;
    const change = await this.waiting(id, hash, person);
    const rejection = this.word(hash, person, 'rejected', reason);
    await steps.move(change, 'reject', {
      actor: person.userRef,
      meta: { hash, reason },
      also: tx => store.addApproval(tx, id, rejection),
    });
    return view.show(await store.get(id), person);
  }

  async *follow(
    id: string,
    person: RequestingPerson,
    signal: AbortSignal,
  ): AsyncIterable<Change> {
    const { store, view } = this.options;
    let seen = 0;
    while (!signal.aborted) {
      const moved = this.nextMove(id, signal);
      try {
        const change = await store.get(id);
        if (change.version !== seen) {
          seen = change.version;
          yield await view.show(change, person);
        }
        if (hasEnded(change)) {
          return;
        }
        await moved.promise;
      } finally {
        moved.stop();
      }
    }
  }

  /** The request, if it waits for a word on just this agreement. */
  private async waiting(
    id: string,
    hash: string,
    person: RequestingPerson,
  ): Promise<ChangeRecord> {
    const change = await this.options.store.get(id);
    if (change.requester === person.userRef) {
      throw new NotAllowedError(
        say`Somebody else has to decide on ${id}, because you asked for it. Nothing was done.`,
      );
    }
    if (change.state !== 'awaiting-approval') {
      throw new ConflictError(
        say`${id} doesn't wait for approval any more, so nothing was done.`,
      );
    }
    if (change.planHash !== hash) {
      throw new ConflictError(
        say`${id} is not what you were shown, so nothing was done. Look at it as it is now.`,
      );
    }
    return change;
  }

  private word(
    hash: string,
    person: RequestingPerson,
    decision: Approval['decision'],
    reason?: string,
  ): Approval {
    return {
      by: person.userRef,
      byName: person.displayName,
      decision,
      hash,
      reason,
      at: this.options.clock.now().toISOString(),
    };
  }

  private nextMove(
    id: string,
    signal: AbortSignal,
  ): { promise: Promise<void>; stop: () => void } {
    const { announcer, clock } = this.options;
    let stop = () => {};
    const promise = new Promise<void>(resolve => {
      const stopListening = announcer.onChange(change => {
        if (change.id === id) {
          resolve();
        }
      });
      const stopPolling = clock.after(FOLLOW_POLL_MS, resolve);
      const onAbort = () => resolve();
      signal.addEventListener('abort', onAbort);
      stop = () => {
        stopListening();
        stopPolling();
        signal.removeEventListener('abort', onAbort);
      };
    });
    return { promise, stop };
  }
}
