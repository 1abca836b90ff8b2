import type { Verdict } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { DialogueState } from '../state';
import type {
  ClaimedTurn,
  ConversationStore,
  KeptUnderstanding,
  StoredConversation,
  StoredMessage,
} from './ConversationStore';

/** After this long without an answer a turn is taken for lost. */
const TURN_MILLISECONDS = 60_000;
const MOST_LISTED = 100;

interface ConversationRow {
  id: string;
  owner: string;
  title: string;
  entity_ref: string | null;
  state: string;
  version: number;
  busy_until: string | null;
  created_at: string;
  updated_at: string;
}

interface MessageRow {
  id: string;
  conversation_id: string;
  position: number;
  role: 'user' | 'assistant';
  text: string;
  body: string;
  plan_id: string | null;
  change_id: string | null;
  at: string;
}

type ReadMessageRow = MessageRow & {
  verdict: Verdict | null;
  comment: string | null;
};

function fromRow(row: ConversationRow): StoredConversation {
  return {
    id: row.id,
    owner: row.owner,
    title: row.title,
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    state: JSON.parse(row.state) as DialogueState,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function messageFromRow(row: ReadMessageRow): StoredMessage {
  return {
    ...(JSON.parse(row.body) as Partial<StoredMessage>),
    id: row.id,
    role: row.role,
    text: row.text,
    at: row.at,
    ...(row.plan_id && { planId: row.plan_id }),
    ...(row.change_id && { changeId: row.change_id }),
    ...(row.verdict && {
      feedback: {
        verdict: row.verdict,
        ...(row.comment && { comment: row.comment }),
      },
    }),
  };
}

function toColumns(messageId: string, understood: KeptUnderstanding) {
  const { at, engine, intent, params, confidence } = understood;
  return {
    message_id: messageId,
    at,
    engine,
    intent,
    params: JSON.stringify(params),
    confidence,
    took_ms: understood.tookMs,
    in_dialogue: understood.inDialogue,
    context: JSON.stringify(understood.context),
  };
}

function gone(): NotFoundError {
  return new NotFoundError(
    "I can't find that conversation among yours. It may have been deleted; start a new one.",
  );
}

/** Keeps conversations in the plugin's database. */
export class DatabaseConversationStore implements ConversationStore {
  constructor(private readonly database: Knex) {}

  async create(conversation: StoredConversation): Promise<void> {
    await this.database<ConversationRow>('conversations').insert({
      id: conversation.id,
      owner: conversation.owner,
      title: conversation.title,
      entity_ref: conversation.entityRef ?? null,
      state: JSON.stringify(conversation.state),
      version: conversation.version,
      busy_until: null,
      created_at: conversation.createdAt,
      updated_at: conversation.updatedAt,
    });
  }

  async list(owner: string, entityRef?: string): Promise<StoredConversation[]> {
    const rows = await this.database<ConversationRow>('conversations')
      .where({ owner, ...(entityRef && { entity_ref: entityRef }) })
      .orderBy('updated_at', 'desc')
      .limit(MOST_LISTED);
    return rows.map(fromRow);
  }

  async get(id: string, owner: string): Promise<StoredConversation> {
    const row = await this.database<ConversationRow>('conversations')
      .where({ id, owner })
      .first();
    if (!row) {
      throw gone();
    }
    return fromRow(row);
  }

  async messages(id: string): Promise<StoredMessage[]> {
    const rows = await this.database('messages')
      .leftJoin('feedback', 'feedback.message_id', 'messages.id')
      .where({ conversation_id: id })
      .orderBy('position')
      .select<ReadMessageRow[]>(
        'messages.*',
        'feedback.verdict',
        'feedback.comment',
      );
    return rows.map(messageFromRow);
  }

  async remove(id: string, owner: string): Promise<void> {
    await this.database.transaction(async tx => {
      const found = await tx<ConversationRow>('conversations')
        .where({ id, owner })
        .first('id');
      if (!found) {
        throw gone();
      }
      // SQLite cascades only where foreign keys are switched on.
      const its = tx('messages').where({ conversation_id: id }).select('id');
      await tx('feedback').whereIn('message_id', its.clone()).delete();
      await tx('understood').whereIn('message_id', its.clone()).delete();
      await tx('messages').where({ conversation_id: id }).delete();
      await tx('conversations').where({ id, owner }).delete();
    });
  }

  async claim(
    input: Parameters<ConversationStore['claim']>[0],
  ): Promise<ClaimedTurn> {
    const { id, owner, message, now } = input;
    const conversation = await this.get(id, owner);
    const version = conversation.version + 1;
    return this.database.transaction(async tx => {
      const taken = await tx<ConversationRow>('conversations')
        .where({ id, owner, version: conversation.version })
        .andWhere(free =>
          free
            .whereNull('busy_until')
            .orWhere('busy_until', '<', now.toISOString()),
        )
        .update({
          version,
          busy_until: new Date(now.getTime() + TURN_MILLISECONDS).toISOString(),
          updated_at: now.toISOString(),
        });
      if (taken !== 1) {
        throw new ConflictError(
          "I'm still answering another message of this conversation, perhaps in another tab. Nothing was changed by this one; wait for that answer and send it again.",
        );
      }
      const position = await this.append(tx, id, message);
      return {
        conversation: { ...conversation, version },
        first: position === 0,
      };
    });
  }

  async finish(
    input: Parameters<ConversationStore['finish']>[0],
  ): Promise<void> {
    const { id, version, message, understood, state, title, now } = input;
    await this.database.transaction(async tx => {
      const kept = await tx<ConversationRow>('conversations')
        .where({ id, version })
        .update({
          state: JSON.stringify(state),
          busy_until: null,
          updated_at: now.toISOString(),
          ...(title && { title }),
        });
      if (kept !== 1) {
        throw new ConflictError(
          'This conversation went on elsewhere, or was deleted, while I answered. Open it again to see where it stands.',
        );
      }
      await this.append(tx, id, message);
      if (understood) {
        await tx('understood').insert(toColumns(message.id, understood));
      }
    });
  }

  /** Returns the message's position, 0 for the first. */
  private async append(
    tx: Knex.Transaction,
    conversationId: string,
    stored: StoredMessage,
  ): Promise<number> {
    const [{ next }] = await tx('messages')
      .where({ conversation_id: conversationId })
      .max({ next: 'position' });
    const position = Number(next ?? -1) + 1;
    const { id, role, text, at, planId, changeId, ...body } = stored;
    await tx<MessageRow>('messages').insert({
      id,
      conversation_id: conversationId,
      position,
      role,
      text,
      body: JSON.stringify(body),
      plan_id: planId ?? null,
      change_id: changeId ?? null,
      at,
    });
    return position;
  }
}
