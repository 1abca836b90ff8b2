import { ServiceUnavailableError } from '@backstage/errors';
import { PUSH_REFUSED } from '@aiops-portal/plugin-aiops-agent-node';
import { commitFor, findOwnCommit, type PreparedCommit } from '../../gitops';
import type { PlanRecord } from '../../planning/types';
import { sentenceOf, type ChangeRecord } from '../model';
import { inMinutes } from './deadline';
import { replan } from './replan';
import type { Outcome, StateContext, StateHandler } from './types';
import { say } from '../../words';

/** Git has answered, and will answer the same the next time. */
const FINAL_ERRORS = [PUSH_REFUSED, 'InputError'];

/**
 * Writes the change down, once. What the repository's history already holds
 * is not written again; otherwise it is planned and decided upon the newest
 * head, its secrets are made, and it goes out with its turn in the queue.
 */
export const committing: StateHandler = async (change, context) => {
  const { queue, repository } = context;
  let current = change;
  let record: PlanRecord = change.record;
  let outcome: Outcome | undefined;

  const written = queue.submit({
    number: change.number,
    group: change.team,
    prepare: async head => {
      const { id, planHash } = change;
      const done = await findOwnCommit(repository, {
        id,
        planHash,
        edits: current.record.edits,
      });
      if (done) {
        outcome = committed(current, done, context);
        return undefined;
      }
      const replanned = await replan(current, head, context);
      if ('outcome' in replanned) {
        outcome = replanned.outcome;
        return undefined;
      }
      record = replanned.record;
      const files = await repository.files(record.base);
      if (record.edits.every(e => files.get(e.path) === e.content)) {
        // Somebody wrote the very same by hand: what was asked for is there.
        outcome = committed(current, record.base, context);
        return undefined;
      }
      await createSecrets(record, context);
      return prepared(change, record);
    },
    seal: async () => {
      try {
        current = await context.steps.move(current, 'write', {
          patch: { record, writing: true },
          meta: { base: record.base },
        });
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConflictError') {
          return false; // It was taken back just now.
        }
        throw error;
      }
    },
  });
  try {
    const sha = await written;
    if (sha) {
      return committed(current, sha, context);
    }
  } catch (error) {
    if (error instanceof Error && FINAL_ERRORS.includes(error.name)) {
      return refused(error);
    }
    throw error;
  }
  return outcome ?? { wait: true };
};

function refused(error: Error): Outcome {
  return {
    transition: 'fail',
    patch: {
      writing: false,
      failure: {
        message: sentenceOf(error),
        advice: say`Tell the platform team; they can see it in this request.`,
      },
    },
  };
}

function committed(
  change: ChangeRecord,
  commit: string,
  context: StateContext,
): Outcome {
  const now = context.now();
  return {
    transition: 'commit',
    patch: {
      commit,
      writing: true,
      times: { ...change.times, written: now.toISOString() },
      deadline: inMinutes(now, context.limits.syncingMinutes),
    },
    meta: { commit },
  };
}

async function createSecrets(
  record: PlanRecord,
  context: StateContext,
): Promise<void> {
  if (record.secrets.length === 0) {
    return;
  }
  if (!context.secrets) {
    throw new ServiceUnavailableError(
      say`This needs a password, and no secret store is connected to keep it in. Ask the platform team to connect one; the request goes on by itself then.`,
    );
  }
  for (const secret of record.secrets) {
    await context.secrets.create(secret);
  }
}

function prepared(change: ChangeRecord, record: PlanRecord): PreparedCommit {
  const { draft, plan } = record;
  const hosts = Object.entries(draft.values).filter(([k]) => /host/i.test(k));
  return {
    base: record.base,
    claims: [
      ...record.edits.map(edit => `path:${edit.path}`),
      ...draft.targets.map(target => `name:${target.split('/').pop()}`),
      ...hosts.map(([, host]) => `host:${host}`),
    ],
    commit: commitFor({
      requestId: change.id,
      planHash: change.planHash,
      title: draft.title,
      targets: draft.targets,
      reason: change.reason,
      requestedBy: change.requester,
      approvedBy: change.approvals
        .filter(approval => approval.decision === 'approved')
        .map(approval => approval.by),
      costDelta: { amount: plan.cost.delta, currency: plan.cost.currency },
      edits: record.edits,
    }),
  };
}
