import { kubelet, type KubeletTiming } from '../kubelet';
import { customResourceController } from './customResources';
import { deploymentController } from './deployment';
import { garbageCollector } from './garbageCollector';
import { namespaceController } from './namespace';
import { replicaSetController } from './replicaSet';
import { scheduler } from './scheduler';
import { serviceController } from './service';
import type { Controller, ControllerContext } from './types';
import { volumeController } from './volumes';

export { ControllerLoop } from './ControllerLoop';
export { furnishNamespace } from './namespace';
export type { ControllerContext } from './types';

/** All controllers of the cluster. */
export function controllers(
  context: ControllerContext,
  timing: KubeletTiming,
): Controller[] {
  return [
    customResourceController(context),
    namespaceController(context),
    deploymentController(context),
    replicaSetController(context, 'apps/v1'),
    replicaSetController(context, 'v1'),
    volumeController(context),
    scheduler(context),
    kubelet(context, timing),
    serviceController(context),
    garbageCollector(context),
  ];
}
