import type { PlanRecord } from '../../planning/types';
import { sentenceOf, type ChangeRecord } from '../model';
import { inMinutes } from './deadline';
import type { Outcome, StateContext } from './types';
import { phrase, say, sayAgain } from '../../words';

/** Either what may be written upon a head, or why it may not. */
export type Replanned = { record: PlanRecord } | { outcome: Outcome };

const NOTHING_WRITTEN = phrase`Nothing was written and nothing has changed.`;

/**
 * Plans and decides again upon the newest head, with what the directory says
 * now: the last look before something is written.
 *
 * @throws ServiceUnavailableError when a fact can't be had.
 */
export async function replan(
  change: ChangeRecord,
  head: string,
  context: StateContext,
): Promise<Replanned> {
  const person = await context.person(change.requester);
  let record = change.record;
  if (record.base !== head) {
    try {
      record = await context.plans.again(record, person);
    } catch (error) {
      if (!isAboutThePlan(error)) {
        throw error;
      }
      return failed({
        message: say`Things changed since you agreed, and it can't be done as planned any more: ${sentenceOf(
          error,
        )} ${sayAgain(NOTHING_WRITTEN)}`,
        advice: say`Ask for it again, and I plan it upon how things are now.`,
      });
    }
  }
  if (record.plan.hash !== change.planHash) {
    return proposeAnew(change, record, context);
  }

  const decision = await context.policy.decide({
    person,
    platform: await context.platform(record.base),
    draft: record.draft,
    cost: record.plan.cost,
    quota: record.plan.quota,
    now: context.now(),
  });
  if (decision.outcome === 'deny') {
    const who = decision.approvers.join(', ');
    return failed({
      message: say`This isn't allowed any more: ${decision.reasons.join(
        ' ',
      )} ${sayAgain(NOTHING_WRITTEN)}`,
      advice: who
        ? say`${who} could do it or help you.`
        : say`Ask for something smaller, or ask the platform team.`,
    });
  }
  if (decision.outcome === 'needs-approval') {
    const valid = await context.access.validApprovals({ ...change, record });
    if (valid.length < decision.approvalsNeeded) {
      return {
        outcome: {
          transition: 'askAgain',
          patch: {
            writing: false,
            approvalsNeeded: decision.approvalsNeeded,
            approvers: await context.access.approversOf({ ...change, record }),
            deadline: inMinutes(context.now(), context.limits.approvalMinutes),
          },
          meta: { reasons: decision.reasons, valid: valid.length },
        },
      };
    }
  }
  // The person's plan stays the one that they agreed to.
  const { id, state, changeId } = change.record.plan;
  return {
    record: { ...record, plan: { ...record.plan, id, state, changeId } },
  };
}

async function proposeAnew(
  change: ChangeRecord,
  record: PlanRecord,
  context: StateContext,
): Promise<Replanned> {
  const plan = await context.plans.propose({
    draft: record.draft,
    person: await context.person(change.requester),
    conversationId: change.record.plan.conversationId,
    reason: change.reason,
  });
  return failed(
    {
      message: say`Things changed since you agreed, so that the plan isn't the one you saw any more. ${sayAgain(
        NOTHING_WRITTEN,
      )}`,
      advice: say`Look at the new plan and agree to it if it suits you: ${plan.summary}`,
    },
    plan.id,
  );
}

function failed(
  failure: { message: string; advice: string },
  nextPlanId?: string,
): Replanned {
  return {
    outcome: {
      transition: 'fail',
      patch: { failure, nextPlanId, writing: false },
      meta: { reason: failure.message },
    },
  };
}

/** Errors that say something about the plan, not about the world around it. */
function isAboutThePlan(error: unknown): error is Error {
  return (
    error instanceof Error &&
    [
      'InputError',
      'ConflictError',
      'NotFoundError',
      'NotAllowedError',
    ].includes(error.name)
  );
}
