import type { KubeObject } from '../kubernetes/types';
import { isObject, sameJson } from '../kubernetes/values/json';
import type { Comparison } from './comparison';
import { ARGOCD_NAMESPACE, kubeTime } from './names';
import type { SyncOperation } from './sync';
import type {
  ApplicationSpec,
  ApplicationStatus,
  Condition,
  Health,
} from './types';

/** Histories longer than this lose their oldest entries, as with Argo CD. */
const HISTORY_LIMIT = 10;

/** What the new status of an Application is made of. */
export interface StatusInput {
  application: KubeObject;
  comparison: Comparison;
  /** The commit that was compared. */
  revision: string;
  operation?: SyncOperation;
  /** Conditions besides those of the comparison. */
  conditions: Condition[];
  /** True where Git was looked at now, so that `reconciledAt` moves. */
  refreshed: boolean;
  now: Date;
}

/** The status as Argo CD would write it now. */
export function nextStatus(input: StatusInput): ApplicationStatus {
  const { application, comparison, revision, operation } = input;
  const old: ApplicationStatus = application.status ?? {};
  const { source, sources, destination } = application.spec as ApplicationSpec;
  const at = kubeTime(input.now);
  const status: ApplicationStatus = {
    sync: {
      status: comparison.sync,
      ...(sources ? { revisions: sources.map(() => revision) } : { revision }),
      comparedTo: { ...(sources ? { sources } : { source }), destination },
    },
    health: since(old.health, comparison.health, at),
    conditions: conditionsSince(
      old.conditions,
      [...comparison.conditions, ...input.conditions],
      at,
    ),
    resources: comparison.resources,
    summary: summary(comparison.desired),
    history: old.history,
    operationState: operation?.state() ?? old.operationState,
    sourceType: 'Directory',
    controllerNamespace: ARGOCD_NAMESPACE,
    resourceHealthSource: 'appTree',
    reconciledAt: old.reconciledAt,
  };
  if (operation?.finished && operation.state().phase === 'Succeeded') {
    status.history = withDeployment(
      old.history,
      operation,
      application.spec,
      at,
    );
  }
  if (input.refreshed || !sameJson(status, old)) {
    status.reconciledAt = at;
  }
  return status;
}

function since(
  old: ApplicationStatus['health'],
  health: Health,
  at: string,
): ApplicationStatus['health'] {
  const { message: ignored, ...plain } = health;
  return {
    ...plain,
    lastTransitionTime:
      old?.status === health.status ? old.lastTransitionTime : at,
  };
}

function conditionsSince(
  old: Condition[] | undefined,
  conditions: Condition[],
  at: string,
): Condition[] | undefined {
  return conditions.length
    ? conditions.map(condition => ({
        ...condition,
        lastTransitionTime:
          old?.find(
            one =>
              one.type === condition.type && one.message === condition.message,
          )?.lastTransitionTime ?? at,
      }))
    : undefined;
}

function withDeployment(
  history: ApplicationStatus['history'] = [],
  operation: SyncOperation,
  spec: ApplicationSpec,
  at: string,
): ApplicationStatus['history'] {
  const { initiatedBy = {} } = operation.state().operation;
  return [
    ...history,
    {
      id: (history.at(-1)?.id ?? -1) + 1,
      revision: operation.revision,
      deployStartedAt: operation.startedAt,
      deployedAt: at,
      source: spec.source,
      initiatedBy,
    },
  ].slice(-HISTORY_LIMIT);
}

function summary(objects: KubeObject[]): ApplicationStatus['summary'] {
  const images = objects.flatMap(object => {
    const pod =
      object.kind === 'Pod' ? object.spec : object.spec?.template?.spec;
    return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(
      (container: { image?: string }) => container.image ?? '',
    );
  });
  const urls = objects
    .filter(object => object.kind === 'Ingress')
    .flatMap(({ spec }) =>
      (spec?.rules ?? []).map(
        (rule: { host?: string }) =>
          `http${spec.tls?.length ? 's' : ''}://${rule.host}/`,
      ),
    );
  const sorted = (list: string[]) => [...new Set(list.filter(Boolean))].sort();
  return {
    ...(images.length && { images: sorted(images) }),
    ...(urls.length && { externalURLs: sorted(urls) }),
  };
}

/** The JSON merge patch that turns one object into another; undefined where they are the same. */
export function mergePatchOf(
  from: unknown,
  to: unknown,
): Record<string, unknown> | undefined {
  if (!isObject(to)) {
    throw new TypeError('Only objects can be patched');
  }
  const old = isObject(from) ? from : {};
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(to)])) {
    const value = to[key];
    if (value === undefined) {
      if (old[key] !== undefined) {
        patch[key] = null;
      }
    } else if (isObject(value) && isObject(old[key])) {
      const inner = mergePatchOf(old[key], value);
      if (inner) {
        patch[key] = inner;
      }
    } else if (!sameJson(old[key], value)) {
      patch[key] = value;
    }
  }
  return Object.keys(patch).length ? patch : undefined;
}
