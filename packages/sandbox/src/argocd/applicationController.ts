import type { ClusterApi, KubeObject, SandboxClock } from '../kubernetes/types';
import type { Commit } from './commits';
import { compare, type Comparison } from './comparison';
import type { Tree } from './manifests';
import {
  ARGOCD_API,
  ARGOCD_NAMESPACE,
  DELETION_APPROVED,
  FINALIZER,
  hasSyncOption,
  REFRESH,
  refOf,
} from './names';
import { inWaves } from './order';
import { AUTOMATED_RETRY } from './retry';
import { mergePatchOf, nextStatus } from './status';
import { SyncOperation } from './sync';
import type { Tracker } from './tracker';
import type {
  ApplicationSpec,
  ApplicationStatus,
  Condition,
  Operation,
} from './types';

/** Git as it was read last. */
export interface Checkout {
  revision: string;
  tree: Tree;
  branch: string;
}

/** Pauses between healing the same Application again and again, as Argo CD has them. */
const FIRST_HEAL_MS = 2_000;
const LONGEST_HEAL_MS = 300_000;

const FULL_SHA = /^[0-9a-f]{40}$/;

/** What the controller works with. */
export interface ControllerParts {
  cluster: ClusterApi;
  clock: SandboxClock;
  tracker: Tracker;
  isPlatformRepository(url: string): boolean;
  /** A commit that a sync names; looks at the Application again once it is read. */
  commitAt(revision: string, application: string): Commit;
  /** Asks for another look at an Application. */
  enqueue(name: string): void;
}

/** Brings Applications to what Git says, one step at a time, and writes down how they are. */
export class ApplicationController {
  readonly #parts: ControllerParts;
  readonly #running = new Map<string, SyncOperation>();
  readonly #retries = new Map<string, () => void>();
  /** How often in a row an Application was healed, and when it may be again. */
  readonly #heals = new Map<string, { times: number; next: number }>();
  /** The commit that each was compared with last. */
  readonly #seen = new Map<string, string>();

  constructor(parts: ControllerParts) {
    this.#parts = parts;
  }

  /** Repeats failed attempts now: what they lacked may have come. */
  retryNow(): void {
    for (const [name, cancel] of [...this.#retries]) {
      cancel();
      this.#retry(name);
    }
  }

  /** Forgets all that it waits for. */
  stop(): void {
    this.#retries.forEach(cancel => cancel());
    this.#retries.clear();
    this.#running.clear();
  }

  /** One look at one Application. */
  reconcile(name: string, checkout: Checkout): void {
    const { cluster, clock, tracker } = this.#parts;
    const application = cluster.get(applicationRef(name));
    if (!application) {
      this.#forget(name);
      return;
    }
    if (application.metadata.deletionTimestamp) {
      this.#forget(name);
      this.#cascade(application);
      return;
    }
    const named = this.#named(application, checkout);
    if (named === 'reading') {
      return;
    }
    const input = this.#comparisonInput(application, checkout);
    let comparison = compare(input);
    const conditions: Condition[] = [];
    const target =
      named && 'tree' in named
        ? compare({ ...input, tree: named.tree })
        : comparison;
    const operation = this.#operation(
      application,
      target,
      named ?? checkout,
      input.project,
      conditions,
    );
    if (operation && !this.#retries.has(name)) {
      const delay = operation.advance(
        application.metadata.annotations?.[DELETION_APPROVED],
      );
      if (delay !== undefined) {
        this.#retries.set(
          name,
          clock.after(delay, () => this.#retry(name)),
        );
      }
      comparison = compare({ ...input, tracked: tracker.live(name) });
    }
    if (operation?.finished) {
      this.#running.delete(name);
    }
    const heals = this.#heals.get(name);
    if (
      comparison.sync === 'Synced' &&
      heals &&
      heals.next <= clock.now().getTime()
    ) {
      this.#heals.delete(name);
    }
    const refreshed =
      this.#seen.get(name) !== checkout.revision ||
      application.metadata.annotations?.[REFRESH] !== undefined;
    this.#seen.set(name, checkout.revision);
    const status = nextStatus({
      application,
      comparison,
      revision: checkout.revision,
      operation,
      conditions,
      refreshed,
      now: clock.now(),
    });
    this.#write(application, status);
  }

  /** The commit that a person's sync names, where it isn't the head. */
  #named(application: KubeObject, { revision }: Checkout): Commit | undefined {
    const operation =
      (application.operation as Operation | undefined) ??
      interrupted(application);
    const named = operation?.sync?.revision;
    return named &&
      FULL_SHA.test(named) &&
      named !== revision &&
      !operation.initiatedBy?.automated
      ? this.#parts.commitAt(named, application.metadata.name)
      : undefined;
  }

  #comparisonInput(application: KubeObject, { tree, branch }: Checkout) {
    const { cluster, tracker, isPlatformRepository } = this.#parts;
    const { project } = application.spec as ApplicationSpec;
    return {
      cluster,
      application,
      project: cluster.get({
        apiVersion: ARGOCD_API,
        kind: 'AppProject',
        namespace: ARGOCD_NAMESPACE,
        name: project || 'default',
      }),
      tree,
      branch,
      isPlatformRepository,
      tracked: tracker.live(application.metadata.name),
    };
  }

  /** The operation that runs, or one that is to begin now. */
  #operation(
    application: KubeObject,
    comparison: Comparison,
    commit: Checkout | Exclude<Commit, 'reading'>,
    project: KubeObject | undefined,
    conditions: Condition[],
  ): SyncOperation | undefined {
    const { name } = application.metadata;
    const asked = application.operation as Operation | undefined;
    let running = this.#running.get(name);
    if (running && running.revision !== commit.revision) {
      // What Git says now is what matters; the older sync would be undone at once.
      this.#forget(name);
      running = undefined;
    }
    if (running && !asked) {
      return running;
    }
    const operation =
      asked ??
      interrupted(application) ??
      automatic(application, comparison, commit, conditions, () =>
        this.#mayHeal(name),
      );
    if (!operation || !project || comparison.sync === 'Unknown') {
      return undefined;
    }
    const { cluster, clock } = this.#parts;
    this.#forget(name);
    const started = new SyncOperation({
      cluster,
      application,
      project,
      comparison,
      revision: commit.revision,
      problem: 'problem' in commit ? commit.problem : undefined,
      operation: {
        ...operation,
        sync: { ...operation.sync, revision: commit.revision },
      },
      now: () => clock.now(),
    });
    this.#running.set(name, started);
    return started;
  }

  /** Lets it be healed at once the first time, then ever more rarely. */
  #mayHeal(name: string): boolean {
    const { clock, enqueue } = this.#parts;
    const now = clock.now().getTime();
    const { times, next } = this.#heals.get(name) ?? { times: 0, next: now };
    if (now < next) {
      clock.after(next - now, () => enqueue(name));
      return false;
    }
    const pause = Math.min(FIRST_HEAL_MS * 3 ** times, LONGEST_HEAL_MS);
    this.#heals.set(name, { times: times + 1, next: now + pause });
    return true;
  }

  #retry(name: string): void {
    this.#retries.delete(name);
    this.#running.get(name)?.retry();
    this.#parts.enqueue(name);
  }

  #forget(name: string): void {
    this.#retries.get(name)?.();
    this.#retries.delete(name);
    this.#running.delete(name);
  }

  #cascade(application: KubeObject): void {
    const { cluster, tracker } = this.#parts;
    const finalizers = application.metadata.finalizers ?? [];
    if (!finalizers.some(one => one.startsWith(FINALIZER))) {
      return;
    }
    const left = tracker
      .live(application.metadata.name)
      .filter(object => !hasSyncOption(object, 'Delete=false'));
    for (const object of inWaves(left).flat().reverse()) {
      if (!object.metadata.deletionTimestamp && cluster.get(refOf(object))) {
        cluster.delete(refOf(object));
      }
    }
    if (!left.some(object => cluster.get(refOf(object)))) {
      cluster.patch(refOf(application), {
        metadata: {
          finalizers: finalizers.filter(one => !one.startsWith(FINALIZER)),
        },
      });
    }
  }

  #write(application: KubeObject, status: ApplicationStatus): void {
    const { cluster } = this.#parts;
    const patch = mergePatchOf(application.status ?? {}, status);
    const refresh = application.metadata.annotations?.[REFRESH] !== undefined;
    if (patch || refresh || application.operation) {
      cluster.patch(refOf(application), {
        ...(patch && { status: patch }),
        ...(refresh && { metadata: { annotations: { [REFRESH]: null } } }),
        ...(application.operation && { operation: null }),
      });
    }
  }
}

/** Names an Application in Argo CD's namespace. */
export function applicationRef(name: string) {
  return {
    apiVersion: ARGOCD_API,
    kind: 'Application',
    namespace: ARGOCD_NAMESPACE,
    name,
  };
}

/** The operation of before a restart, which nobody else would end. */
function interrupted(application: KubeObject): Operation | undefined {
  const { operationState } = (application.status ?? {}) as ApplicationStatus;
  return operationState?.phase === 'Running'
    ? operationState.operation
    : undefined;
}

/** What automated sync does about this comparison, if anything. */
function automatic(
  application: KubeObject,
  comparison: Comparison,
  { revision }: { revision: string },
  conditions: Condition[],
  mayHeal: () => boolean,
): Operation | undefined {
  const { syncPolicy, ...spec } = application.spec as ApplicationSpec;
  const automated = syncPolicy?.automated;
  const onlyPruning = !comparison.outOfSync.length;
  if (
    !automated ||
    automated.enabled === false ||
    comparison.sync !== 'OutOfSync' ||
    (onlyPruning && !automated.prune)
  ) {
    return undefined;
  }
  if (!comparison.desired.length && !automated.allowEmpty) {
    conditions.push({
      type: 'SyncError',
      message: `Skipping sync attempt to ${revision}: auto-sync will wipe out all resources`,
    });
    return undefined;
  }
  const { operationState } = (application.status ?? {}) as ApplicationStatus;
  const attempted =
    operationState?.syncResult?.revision === revision &&
    JSON.stringify(operationState.syncResult.source) ===
      JSON.stringify(spec.source ?? undefined);
  if (attempted && operationState.phase !== 'Succeeded') {
    conditions.push({
      type: 'SyncError',
      message: `Failed last sync attempt to ${revision}: ${operationState.message}`,
    });
    return undefined;
  }
  if (attempted && !(automated.selfHeal && mayHeal())) {
    return undefined;
  }
  return {
    sync: {
      prune: Boolean(automated.prune),
      ...(syncPolicy.syncOptions && { syncOptions: syncPolicy.syncOptions }),
    },
    initiatedBy: { automated: true },
    retry: syncPolicy.retry ?? AUTOMATED_RETRY,
  };
}
