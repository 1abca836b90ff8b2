import type { Turn } from '../schema';

/** What a turn says while it is being written; `done` is the last one. */
export type TurnEvent =
  | { type: 'started'; userMessageId?: string }
  | { type: 'delta'; text: string }
  | { type: 'done'; turn: Turn };
