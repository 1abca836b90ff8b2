import type {
  Feedback,
  LanguageContext,
  Meaning,
  Understood,
  UnderstoodFilter,
  UnderstoodPage,
} from '@aiops-portal/plugin-aiops-agent-common';

/** A message that got feedback, with all that a label of it needs. */
export interface RatedTurn {
  messageId: string;
  /** What was said. */
  text: string;
  /** ISO 8601 */
  at: string;
  /** What was known when it was understood. */
  context: LanguageContext;
  /** Something waited for an answer when it was said. */
  inDialogue: boolean;
  feedback: Feedback;
  understood?: Meaning;
  /** What an admin says was meant. */
  meant?: Meaning;
}

/** How messages were understood and whether their answers helped. */
export interface UnderstoodStore {
  /**
   * Keeps what the owner of a conversation says of an answer in it, in place
   * of what was kept; nothing where there is no feedback.
   *
   * @throws NotFoundError when the owner has no such answer.
   */
  rate(
    answer: { conversationId: string; messageId: string; owner: string },
    feedback: Feedback | undefined,
    now: Date,
  ): Promise<void>;
  /** Newest first; words and parameters only of those with feedback. */
  page(filter: UnderstoodFilter): Promise<UnderstoodPage>;
  /** Oldest first. */
  rated(): Promise<RatedTurn[]>;
  /** @throws NotFoundError when there is none, or it has no feedback. */
  setMeaning(messageId: string, meaning: Meaning): Promise<Understood>;
}
