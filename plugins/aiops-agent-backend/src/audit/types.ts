import type { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';

/** One act to be remembered: who did what to which thing. */
export interface AuditEntry {
  /** Kebab-case, without the plugin's name: `change-approve`. */
  event: string;
  severity: AuditorServiceEventSeverityLevel;
  /** A user ref, or `worker`. */
  actor: string;
  /** `REQ-1042`, `credentials:marketing-dev/marketing-blog`. */
  subject: string;
  meta?: JsonObject;
}

/**
 * The one place where acts are remembered: a row in the plugin's own table,
 * in the same transaction as the act, and an event of Backstage's auditor.
 */
export interface AuditTrail {
  /**
   * Runs the act in a transaction together with its row. An act that throws
   * leaves no row, and is told to the auditor as failed. What is only known
   * inside of it (a new number) may be set on the entry that it is given.
   */
  act<T>(
    entry: AuditEntry,
    run: (tx: Knex.Transaction, entry: AuditEntry) => Promise<T>,
    /** Runs first, outside of the transaction; its failure is the act's. */
    before?: () => Promise<void>,
  ): Promise<T>;
  /** What happened to a subject, oldest first. */
  of(subject: string): Promise<Array<AuditEntry & { at: string }>>;
}
