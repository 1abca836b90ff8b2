import type {
  ClusterApi,
  KubeObject,
  ObjectRef,
  SandboxClock,
  StoreEvent,
} from '../kubernetes/types';
import { sameJson } from '../kubernetes/values/json';
import type { SandboxLogger } from '../logger';
import { readyCondition } from './condition';
import {
  SecretSyncError,
  type ExternalSecretSpec,
  type SecretProvider,
} from './types';
import { EXTERNAL_SECRETS_API, valuesFor } from './values';

const MANAGER = 'external-secrets';
/** A value that isn't there is looked for again, first soon, then ever more rarely. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** What the controller works with. */
export interface ExternalSecretsOptions {
  cluster: ClusterApi;
  provider: SecretProvider;
  clock: SandboxClock;
  logger: SandboxLogger;
}

/** Turns ExternalSecrets into Secrets with the values of Vault; returns how to stop. */
export function startExternalSecrets(
  options: ExternalSecretsOptions,
): () => void {
  const { cluster, provider, clock, logger } = options;
  const due = new Map<string, ObjectRef>();
  const retries = new Map<string, { times: number; cancel: () => void }>();
  const seen = new Map<string, string>();
  let scheduled: NodeJS.Immediate | undefined;

  const stops = [cluster.onEvent(observe), provider.onChange(everyone)];
  stores().forEach(markReady);
  everyone();

  return () => {
    stops.forEach(stop => stop());
    retries.forEach(({ cancel }) => cancel());
    clearImmediate(scheduled);
  };

  function stores(): KubeObject[] {
    return ['SecretStore', 'ClusterSecretStore'].flatMap(kind =>
      cluster.list(EXTERNAL_SECRETS_API, kind),
    );
  }

  function everyone(): void {
    cluster.list(EXTERNAL_SECRETS_API, 'ExternalSecret').forEach(enqueue);
  }

  function enqueue({ apiVersion, kind, metadata }: KubeObject): void {
    const { namespace, name } = metadata;
    due.set(`${namespace}/${name}`, { apiVersion, kind, namespace, name });
    scheduled ??= setImmediate(work);
  }

  /** False for what we wrote ourselves: the status. */
  function isNews({ metadata }: KubeObject): boolean {
    const { namespace, name, uid, generation, annotations, deletionTimestamp } =
      metadata;
    const key = `${namespace}/${name}`;
    const now = JSON.stringify([
      uid,
      generation,
      annotations,
      deletionTimestamp,
    ]);
    const before = seen.get(key);
    seen.set(key, now);
    return before !== now;
  }

  function observe({ type, object }: StoreEvent): void {
    if (object.apiVersion === EXTERNAL_SECRETS_API) {
      if (object.kind === 'ExternalSecret') {
        if (isNews(object)) {
          enqueue(object);
        }
      } else if (type === 'ADDED') {
        markReady(object);
        everyone();
      }
      return;
    }
    // A Secret that somebody changed or deleted is put right.
    const owner =
      object.kind === 'Secret' &&
      object.metadata.ownerReferences?.find(
        one => one.kind === 'ExternalSecret',
      );
    if (owner && type !== 'ADDED') {
      const external = cluster.get({
        apiVersion: EXTERNAL_SECRETS_API,
        kind: 'ExternalSecret',
        namespace: object.metadata.namespace,
        name: owner.name,
      });
      if (external) {
        enqueue(external);
      }
    }
  }

  function work(): void {
    scheduled = undefined;
    const refs = [...due];
    due.clear();
    for (const [key, ref] of refs) {
      const external = cluster.get(ref);
      retries.get(key)?.cancel();
      if (!external || external.metadata.deletionTimestamp) {
        retries.delete(key);
        continue;
      }
      try {
        reconcile(key, external);
      } catch (error) {
        logger.error(
          `ExternalSecret ${key} could not be reconciled`,
          error as Error,
        );
      }
    }
  }

  function reconcile(key: string, external: KubeObject): void {
    try {
      const values = valuesFor(cluster, provider, external);
      writeSecret(cluster, external, values);
      retries.delete(key);
      report(external, true, 'SecretSynced', 'secret synced');
    } catch (error) {
      // What the API refuses (a namespace on its way out) is said in the same place.
      if (
        !(error instanceof SecretSyncError) &&
        (error as Error).name !== 'StatusError'
      ) {
        throw error;
      }
      const times = retries.get(key)?.times ?? 0;
      const delay = Math.min(FIRST_RETRY_MS * 2 ** times, LONGEST_RETRY_MS);
      const cancel = clock.after(delay, () => {
        const again = cluster.get(refTo(external));
        if (again) {
          enqueue(again);
        }
      });
      retries.set(key, { times: times + 1, cancel });
      report(external, false, 'SecretSyncedError', (error as Error).message);
    }
  }

  function report(
    external: KubeObject,
    ready: boolean,
    reason: string,
    message: string,
  ): void {
    const old = external.status ?? {};
    const condition = readyCondition(old, ready, reason, message, clock.now());
    const changed = !sameJson(old.conditions, [condition]);
    if (changed) {
      cluster.patch(
        refTo(external),
        {
          status: {
            conditions: [condition],
            binding: { name: targetName(external) },
            ...(ready && {
              refreshTime: condition.lastTransitionTime,
              syncedResourceVersion: `${external.metadata.generation ?? 1}`,
            }),
          },
        },
        'status',
      );
      cluster.record(external, {
        type: ready ? 'Normal' : 'Warning',
        reason: ready ? 'Created' : 'UpdateFailed',
        message: ready ? 'secret created' : message,
        source: 'external-secrets',
      });
    }
  }

  function markReady(store: KubeObject): void {
    const known = Boolean(store.spec?.provider?.vault);
    const condition = readyCondition(
      store.status ?? {},
      known,
      known ? 'Valid' : 'InvalidProviderConfig',
      known ? 'store validated' : 'the sandbox has Vault only',
      clock.now(),
    );
    if (!sameJson(store.status?.conditions, [condition])) {
      cluster.patch(
        refTo(store),
        { status: { capabilities: 'ReadWrite', conditions: [condition] } },
        'status',
      );
    }
  }
}

function refTo({ apiVersion, kind, metadata }: KubeObject): ObjectRef {
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

function targetName({ spec, metadata }: KubeObject): string {
  return (spec as ExternalSecretSpec).target?.name || metadata.name;
}

function writeSecret(
  cluster: ClusterApi,
  external: KubeObject,
  values: Record<string, string>,
): void {
  const { target = {} } = external.spec as ExternalSecretSpec;
  const { creationPolicy = 'Owner', template, immutable } = target;
  const { namespace, name, uid = '' } = external.metadata;
  if (creationPolicy === 'None') {
    return;
  }
  const ref = {
    apiVersion: 'v1',
    kind: 'Secret',
    namespace,
    name: targetName(external),
  };
  const live = cluster.get(ref);
  const owner = live?.metadata.ownerReferences?.find(one => one.controller);
  if (creationPolicy === 'Owner' && live && owner?.uid !== uid) {
    throw new SecretSyncError(
      owner
        ? `target is owned by another ${owner.kind}`
        : `secret "${ref.name}" exists and is not owned by ExternalSecret "${name}"`,
    );
  }
  if (creationPolicy === 'Merge' && !live) {
    throw new SecretSyncError(
      `the desired secret "${ref.name}" was not found. With creationPolicy=Merge the secret won't be created`,
    );
  }
  const data = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]),
  );
  if (live && sameJson(live.data, data) && !template) {
    return;
  }
  cluster.apply(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        namespace,
        name: ref.name,
        labels: {
          ...template?.metadata?.labels,
          'reconcile.external-secrets.io/managed': 'true',
        },
        ...(template?.metadata?.annotations && {
          annotations: template.metadata.annotations,
        }),
        ...(creationPolicy === 'Owner' && {
          ownerReferences: [
            {
              apiVersion: EXTERNAL_SECRETS_API,
              kind: 'ExternalSecret',
              name,
              uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        }),
      },
      type: template?.type ?? 'Opaque',
      ...(immutable && { immutable }),
      data,
    },
    MANAGER,
  );
}
