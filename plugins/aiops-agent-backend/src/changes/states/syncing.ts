import { mainName } from '../../gitops';
import { inMinutes, isOverdue } from './deadline';
import { folderDeliveries, hasSynced } from './delivery';
import type { StateHandler } from './types';

/** Waits until Argo CD has taken our commit, and asks it to look. */
export const syncing: StateHandler = async (change, context) => {
  const { cluster, limits } = context;
  if (!cluster.ready()) {
    return {
      outage:
        'Written down. The cluster is not answering; I go on as soon as it does.',
    };
  }
  const behind: string[] = [];
  for (const folder of folderDeliveries(change, context)) {
    const synced = await Promise.all(
      folder.deliveries.map(d => hasSynced(d, change.commit!, context)),
    );
    const missing = folder.written && folder.deliveries.length === 0;
    if (missing || synced.includes(false)) {
      behind.push(folder.path);
    }
  }
  const now = context.now();
  if (behind.length === 0) {
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
      .deliveries(behind)
      .flatMap(d => [...d.errors, ...(d.message ? [d.message] : [])]);
    return {
      transition: 'fail',
      patch: {
        failure: {
          message: `${mainName(
            change.record.draft.targets,
          )} is written down, but Argo CD has not picked it up within ${
            limits.syncingMinutes
          } minutes. Nothing else was changed.`,
          advice:
            'It may still arrive by itself. You can undo it, or ask the platform team to look at Argo CD.',
          details: [
            `Not delivered: ${behind.join(', ')}`,
            ...new Set(errors),
          ].join('\n'),
        },
      },
    };
  }
  await context.askToSync(change.id, behind);
  return { wait: true };
};
