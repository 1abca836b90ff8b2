import type {
  Feedback,
  Meaning,
  Understood,
  UnderstoodFilter,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { RatedTurn, UnderstoodStore } from './UnderstoodStore';
import { ratedFromRow, understoodFromRow, type TurnRow } from './turnRows';

const PAGE = 50;

/** {@link UnderstoodStore} over the plugin's database. */
export class DatabaseUnderstoodStore implements UnderstoodStore {
  constructor(private readonly database: Knex) {}

  async rate(
    answer: Parameters<UnderstoodStore['rate']>[0],
    feedback: Feedback | undefined,
    now: Date,
  ): Promise<void> {
    const { conversationId, messageId, owner } = answer;
    await this.database.transaction(async tx => {
      const found = await tx('messages')
        .join('conversations', 'conversations.id', 'messages.conversation_id')
        .where({
          'messages.id': messageId,
          'messages.role': 'assistant',
          'conversations.id': conversationId,
          'conversations.owner': owner,
        })
        .first('messages.id');
      if (!found) {
        throw new NotFoundError(
          "I can't find that answer among yours, so nothing was kept. Its conversation may have been deleted.",
        );
      }
      if (!feedback) {
        await tx('feedback').where({ message_id: messageId }).delete();
        return;
      }
      await tx('feedback')
        .insert({
          message_id: messageId,
          verdict: feedback.verdict,
          comment: feedback.comment?.trim() || null,
          at: now.toISOString(),
        })
        .onConflict('message_id')
        .merge();
    });
  }

  async page(filter: UnderstoodFilter): Promise<UnderstoodPage> {
    const query = this.turns().orderBy('understood.id', 'desc');
    if (filter.verdict) {
      query.where('feedback.verdict', filter.verdict);
    }
    if (filter.engine) {
      query.where('understood.engine', filter.engine);
    }
    if (filter.maxConfidence !== undefined) {
      query.where('understood.confidence', '<=', filter.maxConfidence);
    }
    if (filter.before) {
      query.where(
        'understood.id',
        '<',
        this.database('understood')
          .where({ message_id: filter.before })
          .select('id'),
      );
    }
    const rows = (await query.limit(PAGE + 1)) as TurnRow[];
    const engines = await this.database('understood')
      .distinct('engine')
      .orderBy('engine')
      .pluck('engine');
    return {
      items: rows.slice(0, PAGE).map(understoodFromRow),
      engines,
      more: rows.length > PAGE,
    };
  }

  async rated(): Promise<RatedTurn[]> {
    const rows = (await this.turns()
      .whereNotNull('feedback.verdict')
      .orderBy('understood.id')) as TurnRow[];
    return rows.map(ratedFromRow);
  }

  async setMeaning(messageId: string, meaning: Meaning): Promise<Understood> {
    const [row] = (await this.turns()
      .where('understood.message_id', messageId)
      .whereNotNull('feedback.verdict')) as TurnRow[];
    if (!row) {
      throw new NotFoundError(
        'There is no message with feedback by that id, so nothing was kept. Its author may have taken the feedback back.',
      );
    }
    const meant = {
      meant_intent: meaning.intent,
      meant_params: JSON.stringify(meaning.params),
    };
    await this.database('understood')
      .where({ message_id: messageId })
      .update(meant);
    return understoodFromRow({ ...row, ...meant });
  }

  /** Each with what was said, which is the message before the answer. */
  private turns() {
    const { database } = this;
    return database('understood')
      .join('messages as answer', 'answer.id', 'understood.message_id')
      .join('messages as said', join =>
        join
          .on('said.conversation_id', 'answer.conversation_id')
          .andOn('said.position', database.raw('answer.position - 1')),
      )
      .leftJoin('feedback', 'feedback.message_id', 'understood.message_id')
      .select(
        'understood.*',
        'said.text',
        'feedback.verdict',
        'feedback.comment',
      );
  }
}
