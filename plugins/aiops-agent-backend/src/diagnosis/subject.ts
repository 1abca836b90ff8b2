import type {
  Deployed,
  LogLine,
  Workload,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { DiagnosisSource } from '../cluster/diagnosisSource';
import type {
  ContainerObject,
  ContainerStatus,
  KubeObject,
  PodObject,
  WorkloadObject,
} from '../cluster/objects';
import type { DiagnosisRequest } from './types';

const REVISION = 'deployment.kubernetes.io/revision';
/** Lines of a log that are looked at: what ends a program stands at its end. */
const LINES = 60;

/** A workload in the cluster, with its pods of the newest version. */
export interface RunningWorkload {
  kind: Workload['kind'];
  name: string;
  object: WorkloadObject;
  /** What makes its pods: the newest ReplicaSet of a Deployment, else itself. */
  maker: WorkloadObject;
  /** Those of the newest version; the older ones where it has none yet. */
  pods: PodObject[];
  /** `Deployment/shop-prod/checkout-api` */
  target: string;
  /** `deployments/shop-prod/checkout-api` */
  path: string;
  /** How many copies there should be. */
  desired: number;
  /** The same as it is written in Git. */
  written: Workload;
}

/** A container of a pod, as it is meant and as it is. */
export interface Container {
  workload: RunningWorkload;
  pod: PodObject;
  spec: ContainerObject;
  status?: ContainerStatus;
  /** It has to end before the others begin. */
  init: boolean;
  /** `pods/shop-prod/checkout-api-x2k1 status.containerStatuses[checkout-api]` */
  path: string;
}

/** What is diagnosed, gathered once for all checks. */
export interface Subject {
  thing: Deployed;
  /** How people call it. */
  title: string;
  source: DiagnosisSource;
  deployed: Deployed[];
  workloads: RunningWorkload[];
  /** In Git, but not in the cluster. */
  missing: Workload[];
  containers: Container[];
  /** The end of a container's log: of the run that failed, when one did. */
  log(container: Container): Promise<LogLine[]>;
}

/** Gathers what the checks look at. */
export function gather({ thing, deployed, source }: DiagnosisRequest): Subject {
  // A CronJob's pods come and go with its Jobs.
  const written = thing.workloads.filter(({ kind }) => kind !== 'CronJob');
  const workloads = written.flatMap(
    workload => running(workload, thing.environment, source) ?? [],
  );
  const logs = new Map<string, Promise<LogLine[]>>();
  return {
    thing,
    title: thing.title ?? thing.name,
    source,
    deployed,
    workloads,
    missing: written.filter(
      ({ kind, name }) =>
        !workloads.some(one => one.kind === kind && one.name === name),
    ),
    containers: workloads.flatMap(containersOf),
    log(container) {
      const known = logs.get(container.path);
      const log = known ?? readLog(container, source);
      logs.set(container.path, log);
      return log;
    },
  };
}

function running(
  written: Workload,
  namespace: string,
  source: DiagnosisSource,
): RunningWorkload | undefined {
  const { kind, name } = written;
  const object = source.get(kind, namespace, name) as
    | WorkloadObject
    | undefined;
  if (!object || object.metadata.deletionTimestamp) {
    return undefined;
  }
  const sets =
    kind === 'Deployment'
      ? (source.ownedBy(object, 'ReplicaSet') as WorkloadObject[]).sort(
          (a, b) => revisionOf(b) - revisionOf(a),
        )
      : [object];
  const podsOf = (owner: KubeObject) =>
    (source.ownedBy(owner, 'Pod') as PodObject[]).filter(
      pod => !pod.metadata.deletionTimestamp,
    );
  const newest = sets[0] ? podsOf(sets[0]) : [];
  return {
    kind,
    name,
    object,
    maker: sets[0] ?? object,
    pods: newest.length > 0 ? newest : sets.slice(1).flatMap(podsOf),
    target: `${kind}/${namespace}/${name}`,
    path: `${kind.toLowerCase()}s/${namespace}/${name}`,
    desired:
      kind === 'DaemonSet'
        ? object.status?.desiredNumberScheduled ?? 0
        : object.spec?.replicas ?? 1,
    written,
  };
}

function revisionOf({ metadata }: KubeObject): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}

function containersOf(workload: RunningWorkload): Container[] {
  return workload.pods.flatMap(pod => {
    const view = (init: boolean) => (spec: ContainerObject) => {
      const field = init ? 'initContainerStatuses' : 'containerStatuses';
      return {
        workload,
        pod,
        spec,
        init,
        status: pod.status?.[field]?.find(({ name }) => name === spec.name),
        path: `${podPath(pod)} status.${field}[${spec.name}]`,
      };
    };
    return [
      ...(pod.spec?.initContainers ?? []).map(view(true)),
      ...(pod.spec?.containers ?? []).map(view(false)),
    ];
  });
}

/** `pods/shop-prod/checkout-api-x2k1` */
export function podPath({ metadata }: PodObject): string {
  return `pods/${metadata.namespace}/${metadata.name}`;
}

/** Where a container's log is read, as evidence names it. */
export function logPath({ pod, spec, status }: Container): string {
  return `${podPath(pod)} log[${spec.name}]${
    isRunningAgain(status) ? ' previous' : ''
  }`;
}

function isRunningAgain(status: ContainerStatus | undefined): boolean {
  return (
    status?.state?.running !== undefined &&
    status.lastState?.terminated !== undefined &&
    !status.ready
  );
}

async function readLog(
  { pod, spec, status }: Container,
  source: DiagnosisSource,
): Promise<LogLine[]> {
  const request = {
    namespace: pod.metadata.namespace ?? '',
    pod: pod.metadata.name,
    container: spec.name,
    lines: LINES,
  };
  const again = isRunningAgain(status);
  return (await source.podLog({ ...request, previous: again })) ?? [];
}
