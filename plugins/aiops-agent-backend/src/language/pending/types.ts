import type {
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Ranking } from '../classifier';
import type { KnownIntent, Reading } from '../types';

/** What a message means to what is pending. */
export type Finding = Omit<Understanding, 'engine'>;

/** Everything that is known when something is pending. */
export interface PendingCase {
  reading: Reading;
  pending: Pending;
  intent: KnownIntent;
  ranking: Ranking;
  /** Prepares another text in the same context. */
  reread(text: string): Reading;
  /** The likeliest intents of another text. */
  rank(reading: Reading): Ranking;
}

export function act(
  intent: string,
  commands: Understanding['commands'],
  params: Record<string, unknown> = {},
  confidence = 0.97,
): Finding {
  return { intent, params, confidence, commands };
}

/** New values for what is pending: an answer, or a change of what was known. */
export function change(
  command: 'provide' | 'correct',
  params: Record<string, unknown>,
  confidence?: number,
): Finding {
  return act(command, [{ command, params }], params, confidence);
}
