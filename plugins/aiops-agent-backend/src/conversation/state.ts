import type {
  ChosenIntent,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Language } from '../words';

/** A wish that waits: for something missing, or for a yes. */
export interface PendingWish {
  intent: string;
  /** What the person said; defaults are worked out anew from it. */
  said: Record<string, unknown>;
  /** With the defaults filled in. */
  params: Record<string, unknown>;
  /** What else is in the same plan. */
  joined?: Array<Pick<PendingWish, 'intent' | 'said' | 'params'>>;
  /** What was asked and not yet answered. */
  questions: Question[];
  /** That it was asked in. */
  language?: Language;
  /** The plan on the screen, which a yes agrees to. */
  planId?: string;
  /** What that plan is called on the screen. */
  planTitle?: string;
  /** The words that it began with. */
  reason: string;
}

/** What a conversation remembers between two messages. */
export interface DialogueState {
  pending?: PendingWish;
  /** What waited when something else had to be asked; it waits again after. */
  interrupted?: PendingWish;
  /** The last reply was about something else than the plan that waits. */
  aside?: boolean;
  /** Wishes of the same words that come after the pending one. */
  later: Array<{ intent: string; params: Record<string, unknown> }>;
  /** "Did you mean …?" is on the screen, asked about these words. */
  clarifying?: { text: string; candidates: string[] };
  /** Messages in a row that weren't understood. */
  notUnderstood: number;
  /** What was spoken of last, as it was said. */
  spoken?: ChosenIntent;
  /** What was spoken last, for messages that could be of any language. */
  language?: Language;
}

/** A conversation that waits for nothing. */
export const INITIAL_STATE: DialogueState = { later: [], notUnderstood: 0 };
