import { kubelet, type KubeletTiming } from '../kubelet';
import { autoscalerController } from './autoscaler';
import { cronJobController } from './cronJob';
import { daemonSetController } from './daemonSet';
import { disruptionBudgetController } from './disruptionBudget';
import { ingressController } from './ingress';
import { jobController } from './job';
import { quotaController } from './quota';
import { statefulSetController } from './statefulSet';
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
    statefulSetController(context),
    daemonSetController(context),
    jobController(context),
    cronJobController(context),
    autoscalerController(context),
    disruptionBudgetController(context),
    quotaController(context),
    volumeController(context),
    scheduler(context),
    kubelet(context, timing),
    serviceController(context),
    ingressController(context),
    garbageCollector(context),
  ];
}
