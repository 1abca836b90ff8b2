import { readAct } from '../acts';
import { afterYes } from './agreeing';
import { readValues } from './answering';
import { afterNo } from './declining';
import type { Finding, PendingCase } from './types';

export type { PendingCase } from './types';

const REASON = /^(?:(?:the|my) )?reason\b|^because\b/iu;

/**
 * What a message means to a conversation that waits: yes, no, parameters that
 * were asked for, or changes to what is planned. Undefined where it speaks of
 * something else, which leaves what is pending as it is.
 */
export function readWhilePending(context: PendingCase): Finding | undefined {
  const { reading } = context;
  // "Reason: no data given" is no no.
  const isReason =
    'reason' in context.intent.parameters.shape && REASON.test(reading.text);
  const answer = isReason ? undefined : readAct(reading.text);
  const answered =
    answer &&
    (answer.act === 'yes'
      ? afterYes(context, answer)
      : afterNo(context, answer));
  return answered ?? readValues(context, answer);
}
