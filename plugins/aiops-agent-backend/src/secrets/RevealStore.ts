import type { Knex } from 'knex';

/** Somebody was shown the values. */
export interface Reveal {
  userRef: string;
  userName: string;
  /** ISO 8601 */
  at: string;
}

/** Which secret: its place, which a thing made anew finds as it was. */
export interface RevealKey {
  environment: string;
  name: string;
}

interface RevealRow {
  environment: string;
  name: string;
  user_ref: string;
  user_name: string;
  at: string;
}

/** Who has been shown what; values are never kept. */
export class RevealStore {
  constructor(private readonly database: Knex) {}

  async list(key: RevealKey): Promise<Reveal[]> {
    const rows = await this.database<RevealRow>('credential_reveals')
      .where(columns(key))
      .orderBy('at');
    return rows.map(row => ({
      userRef: row.user_ref,
      userName: row.user_name,
      at: row.at,
    }));
  }

  /** True for the first call for a person only, however many come at once. */
  async claim(
    tx: Knex.Transaction,
    key: RevealKey,
    reveal: Reveal,
  ): Promise<boolean> {
    const inserted = await tx<RevealRow>('credential_reveals')
      .insert({
        ...columns(key),
        user_ref: reveal.userRef,
        user_name: reveal.userName,
        at: reveal.at,
      })
      .onConflict(['environment', 'name', 'user_ref'])
      .ignore()
      .returning('user_ref');
    return inserted.length === 1;
  }
}

function columns(key: RevealKey) {
  return {
    environment: key.environment,
    name: key.name,
  };
}
