import { posix } from 'node:path';
import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import type { DeliveryStatus } from '../../cluster/types';
import type { ChangeRecord } from '../model';
import type { StateContext } from './types';

/** Folders of the repository whose files Argo CD brings to the cluster. */
const DELIVERED = /^(k8s-manifests|argo-apps)\//;

/** A folder that the change touches, and who delivers it. */
export interface FolderDelivery {
  path: string;
  /** False when all that the change does there is delete. */
  written: boolean;
  deliveries: DeliveryStatus[];
}

/** The folders that a change touches, with the Applications that deploy them. */
export function folderDeliveries(
  change: ChangeRecord,
  context: StateContext,
): FolderDelivery[] {
  const folders = new Map<string, boolean>();
  for (const { path, content } of change.record.edits) {
    if (DELIVERED.test(path)) {
      const folder = posix.dirname(path);
      folders.set(
        folder,
        (folders.get(folder) ?? false) || content !== undefined,
      );
    }
  }
  return [...folders].map(([path, written]) => ({
    path,
    written,
    deliveries: context.cluster.deliveries([path]),
  }));
}

/**
 * True when the Application has taken our commit or one that came after it.
 * Where each sync is started on purpose, what counts is the newest one: such
 * an Application is compared with the head and differs from it as long as
 * commits wait there for a yes of their own.
 */
export async function hasSynced(
  delivery: DeliveryStatus,
  commit: string,
  context: StateContext,
): Promise<boolean> {
  const { revisions, attempted = [], automatic, sync } = delivery;
  const compared = automatic === false && sync !== 'Synced' ? [] : revisions;
  const taken = automatic === false ? [...compared, ...attempted] : compared;
  for (const revision of taken) {
    if (await context.isAncestor(commit, revision)) {
      return true;
    }
  }
  return false;
}

/**
 * The things whose folders the change touches, as its commit has them, and
 * the others that live in the same environments.
 */
export async function thingsOf(
  change: ChangeRecord,
  context: StateContext,
): Promise<{ own: Deployed[]; neighbours: Deployed[] }> {
  if (!change.commit) {
    return { own: [], neighbours: [] };
  }
  const { deployed } = await context.platform(change.commit);
  const own = deployed.filter(thing =>
    change.record.edits.some(edit => edit.path.startsWith(`${thing.path}/`)),
  );
  const environments = new Set([
    ...own.map(thing => thing.environment),
    ...change.record.draft.acts.map(act => act.environment),
  ]);
  return {
    own,
    neighbours: deployed.filter(
      thing => environments.has(thing.environment) && !own.includes(thing),
    ),
  };
}

/** True when the thing does what Git says: runs, or sleeps. */
export function isWell(thing: Deployed, context: StateContext): boolean {
  const { health } = context.cluster.status(thing);
  return health === (thing.asleep ? 'asleep' : 'healthy');
}
