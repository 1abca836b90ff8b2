import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError, InputError } from '@backstage/errors';
import {
  defineIntent,
  type GitRepositoryService,
  type Intent,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { removalDay } from './deleting';
import { requestId } from './finding';
import { requestParameter } from './parameters';
import { createdBy, planRestoring, planSleeping, planWaking } from './undoing';
import { dayWord } from './wording';
import { phrase, say } from '../words';

const parameters = z.object({
  request: requestParameter,
  removeAfter: z.string().optional().describe('ISO 8601'),
});

/** The longest chain of undoing an undoing that is followed. */
const MAX_CHAIN = 50;

const CREATING = new Set([
  'create_environment',
  'deploy_application',
  'deploy_database',
  'deploy_cache',
]);

function isCreating({ intent }: { intent: string }): boolean {
  return CREATING.has(intent);
}

/** The request at the start of a chain of undoings, and how long that is. */
async function origin(
  change: Change,
  context: IntentContext,
): Promise<{ root: Change; undoings: number }> {
  let root = change;
  let undoings = 0;
  while (root.undoes && undoings < MAX_CHAIN) {
    root = await context.changes.get(root.undoes);
    undoings++;
  }
  return { root, undoings };
}

/** @throws ConflictError, InputError that say why it can't be undone now. */
function checkUndoable(change: Change, now: Date): void {
  if (change.undoneBy) {
    throw new ConflictError(
      say`${change.id} is being undone already, by ${change.undoneBy}. Nothing else was changed.`,
    );
  }
  if (change.undoUntil && new Date(change.undoUntil) < now) {
    throw new InputError(
      say`${change.id} could be undone until ${dayWord(
        new Date(change.undoUntil),
      )}, so nothing was changed. Ask for what you want instead.`,
    );
  }
  if (!change.commit) {
    throw new InputError(
      say`${change.id} has not been written down, so there is nothing to undo. Cancel it instead.`,
    );
  }
}

/**
 * Plans the way back of a change: what it made is put to sleep with a due
 * date, an undoing of that wakes it, and other edits are taken back where
 * nobody has changed the files since. Nobody says it; it is the Undo button.
 */
export function createUndoRequest(deps: {
  repository: Pick<
    GitRepositoryService,
    'files' | 'findByTrailer' | 'committerEmail'
  >;
}): Intent<typeof parameters> {
  return defineIntent({
    name: 'undo_request',
    title: phrase`Undo a change`,
    kind: 'change',
    risk: 'low',
    parameters,
    examples: [],

    async prepare(params, context) {
      const request = requestId(params.request ?? '');
      checkUndoable(await context.changes.get(request), context.now);
      return {
        params: { request, removeAfter: removalDay(context).toISOString() },
        missing: [],
      };
    },

    async plan(params, context) {
      const change = await context.changes.get(requestId(params.request ?? ''));
      const { root, undoings } = await origin(change, context);
      const created = createdBy(root, context);
      if (!created && root.plan.intents.some(isCreating)) {
        throw new ConflictError(
          say`Nothing of what ${root.id} made is left, so there is nothing to undo and nothing was changed.`,
        );
      }
      if (!created) {
        return planRestoring(change, root, context, deps.repository);
      }
      if (undoings % 2 === 1) {
        return planWaking(change, root, created, context);
      }
      const removeAfter = params.removeAfter
        ? new Date(params.removeAfter)
        : undefined;
      return planSleeping(change, root, created, removeAfter, context);
    },
  });
}
