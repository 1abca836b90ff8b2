import { liveObject } from './live';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { lastApplied } from './compare';
import type { Comparison } from './comparison';
import { healthOf } from './health';
import {
  groupOf,
  hasSyncOption,
  keyOf,
  kubeTime,
  LAST_APPLIED,
  MANAGER,
  refOf,
  TRACKING_ID,
  trackingId,
} from './names';
import { inWaves } from './order';
import { resourceRefusal } from './project';
import { retryDelay } from './retry';
import type {
  ApplicationSpec,
  Operation,
  OperationState,
  SyncedResource,
} from './types';

/** What one sync needs. */
export interface SyncInput {
  cluster: ClusterApi;
  application: KubeObject;
  project: KubeObject;
  comparison: Comparison;
  revision: string;
  /** Why there is nothing to sync. */
  problem?: string;
  operation: Operation;
  now(): Date;
}

/** One sync operation: waves of objects, then what is pruned, then again where something failed. */
export class SyncOperation {
  readonly revision: string;
  readonly startedAt: string;
  readonly #input: SyncInput;
  readonly #waves: KubeObject[][];
  readonly #results = new Map<string, SyncedResource>();
  #next = 0;
  #retries = 0;
  #phase: OperationState['phase'] = 'Running';
  #message = '';
  #finishedAt?: string;

  constructor(input: SyncInput) {
    this.#input = input;
    this.revision = input.revision;
    this.startedAt = kubeTime(input.now());
    this.#waves = inWaves([
      ...namespaceFor(input),
      ...input.comparison.desired,
    ]);
    if (input.problem) {
      this.#finish('Error', input.problem);
    }
  }

  get finished(): boolean {
    return this.#phase !== 'Running';
  }

  /**
   * Goes on as far as it can. Returns after how many milliseconds a failed
   * attempt is to be repeated, or undefined when there is none to repeat.
   *
   * @param approved - when somebody last approved of deletions (ISO 8601).
   */
  advance(approved?: string): number | undefined {
    const { cluster } = this.#input;
    while (!this.finished) {
      const waiting =
        this.#waves.length > 1 && this.#next < this.#waves.length
          ? this.#waves[this.#next - 1]?.find(
              object => !isHealthy(cluster, object),
            )
          : undefined;
      if (waiting) {
        this.#message = `waiting for healthy state of ${groupOf(
          waiting.apiVersion,
        )}/${waiting.kind}/${waiting.metadata.name}`;
        return undefined;
      }
      const wave = this.#waves[this.#next];
      const asking = wave ? undefined : this.#unconfirmed(approved);
      if (asking) {
        this.#message = `waiting for pruning confirmation of ${groupOf(
          asking.apiVersion,
        )}/${asking.kind}/${asking.metadata.name}`;
        return undefined;
      }
      if (!wave) {
        this.#prune();
        this.#finish('Succeeded', 'successfully synced (all tasks run)');
        return undefined;
      }
      const failures = wave.filter(object => !this.#apply(object));
      if (failures.length) {
        return this.#fail();
      }
      this.#next++;
    }
    return undefined;
  }

  /** Begins again with the wave that failed. */
  retry(): void {
    this.#retries++;
  }

  /** `.status.operationState` as it is now. */
  state(): OperationState {
    const { application, operation } = this.#input;
    return {
      operation,
      phase: this.#phase,
      message: this.#message,
      startedAt: this.startedAt,
      ...(this.#finishedAt && { finishedAt: this.#finishedAt }),
      ...(this.#retries && { retryCount: this.#retries }),
      syncResult: {
        revision: this.revision,
        source: application.spec.source,
        resources: [...this.#results.values()],
      },
    };
  }

  #apply(object: KubeObject): boolean {
    const { cluster, application, project, comparison } = this.#input;
    const refused = resourceRefusal(project, object);
    if (refused) {
      this.#record(object, 'SyncFailed', refused);
      return false;
    }
    const live = liveObject(cluster, refOf(object));
    if (live && !comparison.outOfSync.includes(object)) {
      this.#record(object, 'Synced', `${label(object)} unchanged`);
      return true;
    }
    try {
      cluster.apply(tracked(application, object), MANAGER);
    } catch (error) {
      this.#record(object, 'SyncFailed', (error as Error).message);
      return false;
    }
    this.#record(
      object,
      'Synced',
      `${label(object)} ${live ? 'configured' : 'created'}`,
    );
    return true;
  }

  /** Something that may not go before a person has said so. */
  #unconfirmed(approved = ''): KubeObject | undefined {
    const { comparison, operation } = this.#input;
    return operation.sync?.prune && approved < this.startedAt
      ? comparison.extra.find(object => hasSyncOption(object, 'Prune=confirm'))
      : undefined;
  }

  #prune(): void {
    const { cluster, comparison, operation } = this.#input;
    for (const object of inWaves(comparison.extra).flat().reverse()) {
      const keep =
        !operation.sync?.prune || hasSyncOption(object, 'Prune=false');
      if (!keep && liveObject(cluster, refOf(object))) {
        cluster.delete(refOf(object));
      }
      this.#record(
        object,
        keep ? 'PruneSkipped' : 'Pruned',
        keep ? 'ignored (requires pruning)' : 'pruned',
      );
    }
  }

  #fail(): number | undefined {
    const { operation, now } = this.#input;
    const failed = [...this.#results.values()].find(
      one => one.status === 'SyncFailed',
    );
    const reason = `one or more objects failed to apply, reason: ${failed?.message}`;
    const limit = operation.retry?.limit ?? 0;
    if (limit >= 0 && this.#retries >= limit) {
      const tried = this.#retries ? ` (retried ${this.#retries} times).` : '';
      this.#finish('Failed', reason + tried);
      return undefined;
    }
    const delay = retryDelay(operation.retry, this.#retries);
    const at = kubeTime(new Date(now().getTime() + delay));
    this.#message = `${reason}. Retrying attempt #${
      this.#retries + 1
    } at ${at}.`;
    return delay;
  }

  #finish(phase: OperationState['phase'], message: string): void {
    this.#phase = phase;
    this.#message = message;
    this.#finishedAt = kubeTime(this.#input.now());
  }

  #record(
    object: KubeObject,
    status: SyncedResource['status'],
    message: string,
  ): void {
    const [, version = object.apiVersion] = object.apiVersion.split('/');
    this.#results.set(keyOf(refOf(object)), {
      group: groupOf(object.apiVersion),
      version,
      kind: object.kind,
      namespace: object.metadata.namespace ?? '',
      name: object.metadata.name,
      status,
      message,
      hookPhase: status === 'SyncFailed' ? 'Failed' : 'Running',
      syncPhase: 'Sync',
    });
  }
}

function isHealthy(cluster: ClusterApi, object: KubeObject): boolean {
  const live = liveObject(cluster, refOf(object));
  return Boolean(live) && (healthOf(live!)?.status ?? 'Healthy') === 'Healthy';
}

function tracked(application: KubeObject, object: KubeObject): KubeObject {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [TRACKING_ID]: trackingId(application.metadata.name, refOf(object)),
        [LAST_APPLIED]: lastApplied(object),
      },
    },
  };
}

function namespaceFor({
  cluster,
  application,
  comparison,
}: SyncInput): KubeObject[] {
  const { destination, syncPolicy } = application.spec as ApplicationSpec;
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: destination.namespace ?? '' },
  };
  const wanted =
    destination.namespace &&
    syncPolicy?.syncOptions?.includes('CreateNamespace=true') &&
    !liveObject(cluster, refOf(namespace)) &&
    !comparison.desired.some(
      object => keyOf(refOf(object)) === keyOf(refOf(namespace)),
    );
  return wanted ? [namespace] : [];
}

function label(object: KubeObject): string {
  const group = groupOf(object.apiVersion);
  return `${object.kind.toLowerCase()}${group && `.${group}`}/${
    object.metadata.name
  }`;
}
