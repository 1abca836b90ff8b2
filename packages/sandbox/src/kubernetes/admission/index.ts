import { defaultStorageClass } from './defaultStorageClass';
import { limitRanges } from './limitRanges';
import { namespaceLifecycle } from './namespaceLifecycle';
import { resourceQuotas } from './resourceQuotas';
import { serviceAccounts } from './serviceAccounts';
import type { AdmissionRequest } from './types';

export { podAmount, quotaUsed, QUOTA_KINDS } from './quotaUsage';

/** In the order of a real API server: quotas look last, at what the others made of the object. */
const PLUGINS = [
  namespaceLifecycle,
  limitRanges,
  serviceAccounts,
  defaultStorageClass,
  resourceQuotas,
];

/** Lets every plugin look at a write. @throws StatusError of the first that refuses. */
export function admit(request: AdmissionRequest): void {
  PLUGINS.forEach(plugin => plugin(request));
}
