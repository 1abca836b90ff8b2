import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { AuditTrail } from '../audit';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import type { ChangePatch, ChangeStore } from './ChangeStore';
import type { ChangeRecord } from './model';
import { TRANSITIONS, type TransitionName } from './transitions';

/** Actor of the steps that no person takes. */
export const WORKER = 'worker';

/**
 * Moves change requests: one conditional update with its audit row, and, once
 * that stands, word to whoever follows the request.
 */
export class ChangeSteps {
  constructor(
    private readonly options: {
      store: ChangeStore;
      audit: AuditTrail;
      announcer: ChangeAnnouncer;
      now: () => Date;
    },
  ) {}

  /**
   * @throws ConflictError when the request has moved since it was read; then
   * nothing has been done.
   */
  async move(
    change: ChangeRecord,
    name: TransitionName,
    step: {
      actor?: string;
      patch?: ChangePatch;
      meta?: JsonObject;
      /** Written in the same transaction. */
      also?: (tx: Knex.Transaction) => Promise<void>;
    } = {},
  ): Promise<ChangeRecord> {
    const { store, audit, announcer, now } = this.options;
    const { to, event, severity } = TRANSITIONS[name];
    const moved = await audit.act(
      {
        event,
        severity,
        actor: step.actor ?? WORKER,
        subject: change.id,
        meta: {
          from: change.state,
          to,
          version: change.version + 1,
          ...step.meta,
        },
      },
      async tx => {
        await step.also?.(tx);
        return store.transition(tx, change, name, step.patch ?? {}, now());
      },
    );
    await announcer.moved(moved, change.state);
    return moved;
  }

  /** Notes progress or what is waited for; nothing moves. */
  async note(change: ChangeRecord, patch: ChangePatch): Promise<ChangeRecord> {
    const { store, announcer, now } = this.options;
    const noted = await store.note(change, patch, now());
    await announcer.noted(noted);
    return noted;
  }
}
