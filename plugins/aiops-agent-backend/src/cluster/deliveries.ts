import type { ApplicationObject } from './objects';
import type { DeliveryStatus } from './types';

/** Conditions that mean that Argo CD can't go on. */
const ERROR_CONDITION = /Error$/;

/**
 * The Applications that deploy these folders: for each folder those with the
 * longest `spec.source.path` (or one of `sources`) that is it or above it.
 */
export function applicationsOf(
  paths: string[],
  applications: ApplicationObject[],
): ApplicationObject[] {
  const found = new Set<ApplicationObject>();
  for (const path of paths) {
    let longest = -1;
    let nearest: ApplicationObject[] = [];
    for (const application of applications) {
      for (const source of sourcePaths(application)) {
        if (covers(source, path) && source.length >= longest) {
          nearest = source.length > longest ? [] : nearest;
          longest = source.length;
          nearest.push(application);
        }
      }
    }
    nearest.forEach(application => found.add(application));
  }
  return [...found];
}

/** Argo CD's status of an Application in our words. */
export function deliveryOf(application: ApplicationObject): DeliveryStatus {
  const { spec, status = {} } = application;
  const automated = spec?.syncPolicy?.automated;
  const { sync, operationState } = status;
  const revisions = [sync?.revision, ...(sync?.revisions ?? [])].filter(
    (revision): revision is string => Boolean(revision),
  );
  return {
    name: application.metadata.name,
    namespace: application.metadata.namespace,
    sync: sync?.status ?? 'Unknown',
    health: status.health?.status ?? 'Unknown',
    revisions: [...new Set(revisions)],
    attempted: attemptedRevisions(application),
    automatic: automated !== undefined && automated.enabled !== false,
    operation: operationState?.phase,
    message: status.health?.message ?? failedMessage(operationState),
    outOfSync: (status.resources ?? []).filter(
      resource => resource.status === 'OutOfSync',
    ),
    failed: operationState?.syncResult?.resources ?? [],
    errors: (status.conditions ?? [])
      .filter(condition => ERROR_CONDITION.test(condition.type))
      .map(condition =>
        condition.message
          ? `${condition.type}: ${condition.message}`
          : condition.type,
      ),
  };
}

/** True while Argo CD syncs, or is about to. */
export function isSyncing({ operation, status }: ApplicationObject): boolean {
  return operation !== undefined || status?.operationState?.phase === 'Running';
}

/**
 * What makes Argo CD sync one commit: the operation that its own interface
 * would write, with the Application's options and retries, which Argo CD
 * takes from there only for syncs that it starts itself.
 */
export function syncOf(
  { metadata, spec }: ApplicationObject,
  order: { commit: string; request: string },
): object {
  const { syncOptions, retry } = spec?.syncPolicy ?? {};
  return {
    // Refused when the Application has changed since we looked at it.
    metadata: { resourceVersion: metadata.resourceVersion },
    operation: {
      initiatedBy: { username: 'portal' },
      info: [{ name: 'Request', value: order.request }],
      sync: {
        revision: order.commit,
        prune: true,
        ...(syncOptions ? { syncOptions } : {}),
      },
      ...(retry ? { retry } : {}),
    },
  };
}

function attemptedRevisions({ status }: ApplicationObject): string[] {
  const { syncResult, operation } = status?.operationState ?? {};
  return [
    syncResult?.revision,
    ...(syncResult?.revisions ?? []),
    operation?.sync?.revision,
  ].filter((revision): revision is string => Boolean(revision));
}

function failedMessage(operation?: {
  phase?: string;
  message?: string;
}): string | undefined {
  return operation?.phase === 'Succeeded' ? undefined : operation?.message;
}

function sourcePaths({ spec }: ApplicationObject): string[] {
  return [spec?.source, ...(spec?.sources ?? [])].flatMap(source =>
    source?.path === undefined ? [] : [normal(source.path)],
  );
}

function covers(source: string, path: string): boolean {
  const folder = normal(path);
  return source === '' || folder === source || folder.startsWith(`${source}/`);
}

function normal(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '');
}
