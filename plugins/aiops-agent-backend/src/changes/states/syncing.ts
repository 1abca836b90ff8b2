import type { DeliveryStatus } from '../../cluster/types';
import { mainName } from '../../gitops';
import type { ChangeRecord } from '../model';
import { inMinutes, isOverdue } from './deadline';
import { folderDeliveries, hasSynced } from './delivery';
import type { StateContext, StateHandler } from './types';
import { say } from '../../words';

/**
 * Waits until Argo CD has taken our commit, and asks it to look. Where it
 * syncs only on purpose, as in production, the yes to this change starts the
 * sync of its commit, once the rest of the change has arrived.
 */
export const syncing: StateHandler = async (change, context) => {
  const { cluster, limits } = context;
  if (!cluster.ready()) {
    return {
      outage: say`Written down. The cluster is not answering; I go on as soon as it does.`,
    };
  }
  const { behind, held } = await missing(change, context);
  const now = context.now();
  if (behind.length + held.size === 0) {
    return {
      transition: 'verify',
      patch: {
        times: { ...change.times, synced: now.toISOString() },
        deadline: inMinutes(now, limits.verifyingMinutes),
      },
    };
  }
  if (isOverdue(change, now)) {
    const errors = cluster
      .deliveries([...behind, ...held.keys()])
      .flatMap(d => [...d.errors, ...(d.message ? [d.message] : [])]);
    return {
      transition: 'fail',
      patch: {
        failure: {
          message: say`${mainName(
            change.record.draft.targets,
          )} is written down, but Argo CD has not picked it up within ${
            limits.syncingMinutes
          } minutes. Nothing else was changed.`,
          advice: say`It may still arrive by itself. You can undo it, or ask the platform team to look at Argo CD.`,
          details: [
            say`Not delivered: ${[...behind, ...held.keys()].join(', ')}`,
            ...new Set(errors),
          ].join('\n'),
        },
      },
    };
  }
  const commit = change.commit!;
  const head = await context.repository.head();
  const start =
    behind.length === 0 && (await context.isAncestor(commit, head))
      ? [...held.values()].flat()
      : [];
  await context.askToSync({
    id: change.id,
    commit,
    folders: behind,
    held: [...new Map(start.map(each => [each.name, each])).values()],
  });
  return { wait: true };
};

/**
 * The folders that Argo CD has yet to take by itself, and those that wait for
 * a sync to be started, with the Applications that do.
 */
async function missing(
  change: ChangeRecord,
  context: StateContext,
): Promise<{ behind: string[]; held: Map<string, DeliveryStatus[]> }> {
  const behind: string[] = [];
  const held = new Map<string, DeliveryStatus[]>();
  for (const { path, written, deliveries } of folderDeliveries(
    change,
    context,
  )) {
    const late: DeliveryStatus[] = [];
    for (const delivery of deliveries) {
      if (!(await hasSynced(delivery, change.commit!, context))) {
        late.push(delivery);
      }
    }
    const waiting = late.filter(({ automatic }) => automatic === false);
    if (late.length > waiting.length || (written && deliveries.length === 0)) {
      behind.push(path);
    }
    if (waiting.length > 0) {
      held.set(path, waiting);
    }
  }
  return { behind, held };
}
