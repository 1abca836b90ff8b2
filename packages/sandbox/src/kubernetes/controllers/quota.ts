import { quotaUsed, QUOTA_KINDS } from '../admission';
import { formatQuantity } from '../values/quantity';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';

const COUNTED = new Set(QUOTA_KINDS);

/** Keeps `status.used` of ResourceQuotas. */
export function quotaController({
  resources,
  store,
}: ControllerContext): Controller {
  const kind = 'v1/ResourceQuota';
  return {
    name: 'quota',
    concerns({ type, kind: changed, object, previous }) {
      if (changed === kind) {
        return [keyOf(object)];
      }
      if (!COUNTED.has(changed)) {
        return [];
      }
      const counts =
        type !== 'MODIFIED' ||
        previous?.spec !== object.spec ||
        previous?.status?.phase !== object.status?.phase;
      return counts
        ? store.list(kind, object.metadata.namespace).map(keyOf)
        : [];
    },
    reconcile(key) {
      const quota = store.get(kind, ...fromKey(key));
      if (!quota) {
        return;
      }
      const hard: Record<string, string> = quota.spec?.hard ?? {};
      const used = quotaUsed(store, quota);
      resources.setStatus(quota, {
        hard,
        used: Object.fromEntries(
          Object.entries(hard).map(([name, limit]) => [
            name,
            formatQuantity(used.get(name) ?? 0, limit),
          ]),
        ),
      });
    },
  };
}
