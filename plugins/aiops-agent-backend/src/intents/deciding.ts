import type {
  Answer,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { phrase, say, sayAgain } from '../words';
import { requestId } from './finding';
import { alternatives } from './wording';

/** What somebody would do about a request that waits. */
export interface Verdict {
  /** Which one is asked where it isn't clear. */
  question: string;
  /** What the card's button is called. */
  button: string;
}

export const APPROVE: Verdict = {
  question: phrase`Which request do you want to approve?`,
  button: phrase`Approve`,
};
export const REJECT: Verdict = {
  question: phrase`Which request do you want to turn down?`,
  button: phrase`Turn down`,
};

/** The request that is meant: the one named, else the only one that waits. */
export async function requestToDecide(
  said: string | undefined,
  { question }: Verdict,
  context: IntentContext,
): Promise<{ request?: string; missing: Question[] }> {
  if (said) {
    return { request: requestId(said), missing: [] };
  }
  const waiting = await context.changes.list({
    state: 'awaiting-approval',
    role: 'approver',
  });
  if (waiting.length < 2) {
    return { request: waiting.at(0)?.id, missing: [] };
  }
  return {
    missing: [
      {
        parameter: 'request',
        text: sayAgain(question),
        choices: waiting
          .slice(0, 6)
          .map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
      },
    ],
  };
}

/**
 * The request's card, whose buttons decide: they name what is agreed to, which
 * a message doesn't, so words alone neither approve nor reject.
 */
export async function showForDecision(
  request: string | undefined,
  { button }: Verdict,
  context: IntentContext,
): Promise<Answer> {
  if (!request) {
    return { text: say`No request waits for your decision.` };
  }
  const change = await context.changes.get(request);
  const what = `**${change.id}**, ${change.title}`;
  if (change.can.approve) {
    return {
      text: say`${what}, was asked for by ${
        change.requesterName
      }. See what it would do and press “${sayAgain(
        button,
      )}” on its card; a message alone decides nothing.`,
      change,
    };
  }
  if (change.state !== 'awaiting-approval') {
    return {
      text: say`${what}, doesn't wait for a decision: ${change.stateText}.`,
      change,
    };
  }
  const who = await context.approversOf(change.team);
  return {
    text:
      who.length > 0
        ? say`${what}, is not yours to decide. ${alternatives(who)} can.`
        : say`${what}, is not yours to decide.`,
    change,
  };
}
