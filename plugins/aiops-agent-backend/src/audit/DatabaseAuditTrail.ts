import type { AuditorService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { AuditEntry, AuditTrail } from './types';

interface AuditRow {
  at: string;
  event: string;
  actor: string;
  subject: string;
  meta: string;
}

/** {@link AuditTrail} over the plugin's database and Backstage's auditor. */
export class DatabaseAuditTrail implements AuditTrail {
  constructor(
    private readonly options: {
      database: Knex;
      auditor: AuditorService;
      now: () => Date;
    },
  ) {}

  async act<T>(
    given: AuditEntry,
    run: (tx: Knex.Transaction, entry: AuditEntry) => Promise<T>,
    before?: () => Promise<void>,
  ): Promise<T> {
    const { database, auditor, now } = this.options;
    const entry = { ...given };
    const event = await auditor.createEvent({
      eventId: entry.event,
      severityLevel: entry.severity,
      meta: { ...entry.meta, subject: entry.subject, actor: entry.actor },
    });
    let result: T;
    try {
      await before?.();
      result = await database.transaction(async tx => {
        const outcome = await run(tx, entry);
        await tx<AuditRow>('audit_events').insert({
          at: now().toISOString(),
          event: entry.event,
          actor: entry.actor,
          subject: entry.subject,
          meta: JSON.stringify({ ...entry.meta, severity: entry.severity }),
        });
        return outcome;
      });
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
    await event.success({ meta: { ...entry.meta, subject: entry.subject } });
    return result;
  }

  async of(subject: string): Promise<Array<AuditEntry & { at: string }>> {
    const rows = await this.options
      .database<AuditRow>('audit_events')
      .where({ subject })
      .orderBy('id');
    return rows.map(({ at, event, actor, meta: text }) => {
      const { severity, ...meta } = JSON.parse(text);
      return { at, event, actor, subject, severity, meta };
    });
  }
}
