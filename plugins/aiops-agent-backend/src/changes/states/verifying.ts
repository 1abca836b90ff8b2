import type { RuntimeStatus } from '@aiops-portal/plugin-aiops-agent-node';
import type { DeliveryStatus } from '../../cluster/types';
import { mainName } from '../../gitops';
import { isBackup, type ChangeRecord } from '../model';
import { isOverdue } from './deadline';
import { folderDeliveries, hasSynced, isWell, thingsOf } from './delivery';
import type { Outcome, StateContext, StateHandler } from './types';
import { say } from '../../words';

/** How long a failed sync may be a passing one. Argo CD doesn't retry it. */
const FAILED_SYNC_MS = 60_000;

/**
 * Live means: everything that the plan watches is there and ready, its
 * rollouts are complete, and Argo CD says Synced, Healthy and Succeeded for
 * our commit or a later one, without an error.
 */
export const verifying: StateHandler = async (change, context) => {
  if (!context.cluster.ready()) {
    return {
      outage: say`The cluster is not answering; I look again as soon as it does. What was written down is safe.`,
    };
  }
  const now = context.now();
  const times = { ...change.times };
  const open: string[] = [];
  let working = false;
  for (const { id, title, watch } of change.record.steps) {
    const state = watch && context.cluster.isReady(watch);
    if (!state || state.ready) {
      times[id] ??= now.toISOString();
    } else if (state.failed) {
      return givenUp(change, title, state.detail);
    } else {
      delete times[id];
      working ||= state.working === true;
      open.push(state.detail ? `${title}: ${state.detail}` : title);
    }
  }
  const { own, neighbours } = await thingsOf(change, context);
  const unwell = own.filter(thing => !isWell(thing, context));
  // An Application may hold a whole environment. It is not this change's
  // fault when something else in there has been ill all along.
  const illNeighbour = neighbours.some(thing => !isWell(thing, context));
  // What sleeps has no address, and Argo CD waits for one for ever.
  const sleeper = [...own, ...neighbours].some(({ asleep }) => asleep);
  const delivery = await undelivered(
    change,
    context,
    ({ health }) =>
      health === 'Healthy' ||
      illNeighbour ||
      // Those of everybody are one Application; each is judged by itself.
      isBackup(change) ||
      (sleeper && health === 'Progressing'),
  );

  if (open.length + unwell.length + delivery.length === 0) {
    await markUndone(change, context);
    return {
      transition: 'finish',
      patch: {
        times: { ...times, verified: now.toISOString() },
        liveAt: now.toISOString(),
      },
    };
  }
  const stuck =
    delivery.some(({ failed }) => failed) &&
    now.getTime() - Date.parse(change.stateSince) > FAILED_SYNC_MS;
  if (stuck || (isOverdue(change, now) && !working)) {
    return failure(
      change,
      context,
      open,
      unwell.map(thing => context.cluster.status(thing)),
      delivery.map(({ text }) => text),
    );
  }
  return JSON.stringify(times) === JSON.stringify(change.times)
    ? { wait: true }
    : { wait: true, patch: { times } };
};

async function undelivered(
  change: ChangeRecord,
  context: StateContext,
  isHealthy: (delivery: DeliveryStatus) => boolean,
): Promise<Array<{ text: string; failed: boolean }>> {
  const problems: Array<{ text: string; failed: boolean }> = [];
  for (const folder of folderDeliveries(change, context)) {
    for (const delivery of folder.deliveries) {
      const synced = await hasSynced(delivery, change.commit!, context);
      const failed =
        delivery.errors.length > 0 ||
        delivery.operation === 'Failed' ||
        delivery.operation === 'Error';
      if (
        failed ||
        !synced ||
        !matchesGit(delivery, change.commit!) ||
        !isHealthy(delivery) ||
        (delivery.operation && delivery.operation !== 'Succeeded')
      ) {
        problems.push({
          failed: failed && synced,
          text: [
            `${delivery.name}: ${delivery.sync}, ${delivery.health}`,
            delivery.operation,
            delivery.message,
            ...delivery.errors,
          ]
            .filter(Boolean)
            .join(', '),
        });
      }
    }
  }
  return problems;
}

/**
 * True when the cluster is as Git says, as far as this change goes: where each
 * sync is started on purpose, newer commits may wait to be.
 */
function matchesGit(delivery: DeliveryStatus, commit: string): boolean {
  const { sync, automatic, revisions } = delivery;
  return (
    sync === 'Synced' || (automatic === false && !revisions.includes(commit))
  );
}

function failure(
  change: ChangeRecord,
  context: StateContext,
  open: string[],
  unwell: RuntimeStatus[],
  delivery: string[],
): Outcome {
  const name = mainName(change.record.draft.targets);
  const cause = unwell[0]?.sentence ?? (open[0] ? `${open[0]}.` : undefined);
  return {
    transition: 'fail',
    patch: {
      failure: {
        message: say`${name} was written down but did not come up within ${
          context.limits.verifyingMinutes
        } minutes. ${
          cause ?? say`Argo CD could not bring it to the cluster.`
        } Nothing else was changed.`,
        advice: change.record.draft.undo
          ? say`You can undo it, or ask “why is ${name} broken?”`
          : say`Ask “why is ${name} broken?”, or ask the platform team.`,
        details: [
          ...open,
          ...unwell.flatMap(status => status.problems),
          ...delivery,
        ].join('\n'),
      },
    },
    meta: { open, delivery },
  };
}

/** What was to be made has ended without getting there. */
function givenUp(
  change: ChangeRecord,
  title: string,
  detail: string | undefined,
): Outcome {
  return {
    transition: 'fail',
    patch: {
      failure: {
        message: say`${mainName(change.record.draft.targets)}: ${
          detail ?? say`it did not work`
        }. Nothing else was changed.`,
        advice: say`You can ask for it again, or ask the platform team.`,
        details: detail ? `${title}: ${detail}` : title,
      },
    },
    meta: { open: [title] },
  };
}

/** The request that this one undoes ends as rolled back. */
async function markUndone(
  change: ChangeRecord,
  context: StateContext,
): Promise<void> {
  if (!change.undoes) {
    return;
  }
  const original = await context.store.get(change.undoes);
  if (original.state === 'live' || original.state === 'failed') {
    await context.steps.move(original, 'undo', {
      patch: { undoneBy: change.id },
      meta: { by: change.id },
    });
  }
}
