import type {
  Change,
  Message,
  Plan,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Answer,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { DialogueState } from '../state';

/** What is said in answer to one message. */
export type Reply = Pick<
  Message,
  'facts' | 'items' | 'links' | 'suggestions' | 'details' | 'findings'
> &
  Pick<Answer, 'material'> & {
    /** Markdown. */
    text: string;
    params?: Record<string, unknown>;
    plan?: Plan;
    change?: Change;
  };

/** A reply and what the conversation waits for after it. */
export interface Outcome {
  reply: Reply;
  state: DialogueState;
}

/** One message in its conversation. */
export interface DialogueTurn {
  text: string;
  conversationId: string;
  state: DialogueState;
  context: IntentContext;
  /** Nothing is begun any more once it is aborted. */
  signal: AbortSignal;
}
