import {
  defineIntent,
  type Answer,
  type Intent,
  type IntentContext,
  type Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { z } from 'zod';
import { say, sayAgain } from '../words';
import { requestId } from './finding';
import type { requestParameter } from './parameters';
import { alternatives } from './wording';

/** What somebody would do about a request that waits. */
type Decision<S extends z.ZodObject> = Pick<
  Intent<S>,
  'name' | 'title' | 'parameters' | 'examples'
> & {
  /** Which one is asked where it isn't clear. */
  question: string;
  /** What the card's button is called. */
  button: string;
};

/**
 * An intent that shows a request to whoever decides about it. It reads alone:
 * {@link showForDecision} says why.
 */
export function deciding<
  S extends z.ZodObject<{ request: typeof requestParameter }>,
>(decision: Decision<S>): Intent<S> {
  const { question, button, ...intent } = decision;
  return defineIntent<S>({
    ...intent,
    kind: 'answer',
    risk: 'none',
    prepare: async (params, context) => {
      const { request, missing } = await requestToDecide(
        params.request,
        question,
        context,
      );
      return { params: { ...params, request }, missing };
    },
    answer: async ({ request }, context) =>
      showForDecision(request, button, context),
  });
}

/** The request that is meant: the one named, else the only one that waits. */
async function requestToDecide(
  said: string | undefined,
  question: string,
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
async function showForDecision(
  request: string | undefined,
  button: string,
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
