import { forbidden } from '../resources/status';
import { formatQuantity, quantity } from '../values/quantity';
import { inScope, quotaUsed, usageOf } from './quotaUsage';
import type { AdmissionPlugin, AdmissionRequest } from './types';

/** Refuses what would go beyond a ResourceQuota of its namespace, in the words of a real cluster. */
export const resourceQuotas: AdmissionPlugin = request => {
  const { kind, object, previous, store } = request;
  if (!kind.namespaced) {
    return;
  }
  const quotas = store.list('v1/ResourceQuota', object.metadata.namespace);
  if (!quotas.length) {
    return;
  }
  const asked = usageOf(object);
  const before = previous ? usageOf(previous) : new Map<string, number>();
  for (const quota of quotas) {
    const hard: Record<string, string> = quota.spec?.hard ?? {};
    if (!inScope(quota, object)) {
      continue;
    }
    requireAmounts(request, quota.metadata.name, hard);
    const growing = Object.keys(hard).filter(
      name => (asked.get(name) ?? 0) > (before.get(name) ?? 0),
    );
    if (!growing.length) {
      continue;
    }
    const used = quotaUsed(store, quota);
    const over = growing
      .sort()
      .map(name => ({
        name,
        more: (asked.get(name) ?? 0) - (before.get(name) ?? 0),
        used: used.get(name) ?? 0,
        limit: hard[name],
      }))
      .filter(one => one.used + one.more > quantity(one.limit) + 1e-9);
    if (over.length) {
      const words = (value: (one: (typeof over)[number]) => string) =>
        over.map(one => `${one.name}=${value(one)}`).join(',');
      throw forbidden(
        kind,
        object.metadata.name,
        `exceeded quota: ${quota.metadata.name}, requested: ${words(one =>
          formatQuantity(one.more, one.limit),
        )}, used: ${words(one =>
          formatQuantity(one.used, one.limit),
        )}, limited: ${words(one => one.limit)}`,
      );
    }
  }
};

/** A quota for compute resources obliges every container to say how much it wants. */
function requireAmounts(
  { kind, object, operation }: AdmissionRequest,
  quota: string,
  hard: Record<string, string>,
): void {
  if (operation !== 'create' || kind.kind !== 'Pod' || kind.group !== '') {
    return;
  }
  const missing = Object.keys(hard)
    .sort()
    .flatMap(name => {
      const match = /^(?:(requests|limits)\.)?(cpu|memory)$/.exec(name);
      if (!match) {
        return [];
      }
      const [, side = 'requests', resource] = match;
      const silent = object.spec.containers
        .filter((one: any) => one.resources?.[side]?.[resource] === undefined)
        .map((one: any) => one.name);
      return silent.length ? [`${name} for: ${silent.join(',')}`] : [];
    });
  if (missing.length) {
    throw forbidden(
      kind,
      object.metadata.name,
      `failed quota: ${quota}: must specify ${missing.join('; ')}`,
    );
  }
}
