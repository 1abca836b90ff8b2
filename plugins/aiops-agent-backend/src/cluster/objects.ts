/** A Kubernetes object, as far as its kind doesn't matter. */
export interface KubeObject<Spec = Fields, Status = Fields> {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
  [field: string]: unknown;
}

/** Fields whose names and types only their reader knows. */
export type Fields = Record<string, unknown>;

/** What every object says of itself. */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{ kind: string; name: string; uid: string }>;
}

/** A condition in a status. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

/** Deployment, StatefulSet, DaemonSet, ReplicaSet or Job. */
export type WorkloadObject = KubeObject<
  { replicas?: number; completions?: number; suspend?: boolean },
  {
    observedGeneration?: number;
    replicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    updatedReplicas?: number;
    currentRevision?: string;
    updateRevision?: string;
    desiredNumberScheduled?: number;
    updatedNumberScheduled?: number;
    numberAvailable?: number;
    succeeded?: number;
    active?: number;
    failed?: number;
    conditions?: Condition[];
  }
>;

/** State of one container of a pod. */
export interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface ContainerState {
  running?: Fields;
  waiting?: { reason?: string; message?: string };
  terminated?: { reason?: string; exitCode?: number; message?: string };
}

/** A pod, trimmed. */
export type PodObject = KubeObject<
  { containers?: Array<{ name: string }>; nodeName?: string },
  {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  }
>;

/** An event about an object, trimmed. */
export type EventObject = KubeObject & {
  type?: string;
  reason?: string;
  message?: string;
  lastTimestamp?: string;
  involvedObject?: { kind: string; name: string; uid?: string };
};

/** Argo CD's Application, trimmed. */
export type ApplicationObject = KubeObject<
  {
    source?: ApplicationSource;
    sources?: ApplicationSource[];
    syncPolicy?: {
      automated?: { enabled?: boolean };
      syncOptions?: string[];
      retry?: Fields;
    };
  },
  {
    sync?: { status?: string; revision?: string; revisions?: string[] };
    health?: { status?: string; message?: string };
    operationState?: {
      phase?: string;
      message?: string;
      operation?: { sync?: { revision?: string } };
      syncResult?: { revision?: string; revisions?: string[] };
    };
    conditions?: Array<{ type: string; message?: string }>;
  }
> & {
  /** A sync that was asked for and has not begun. */
  operation?: unknown;
};

interface ApplicationSource {
  repoURL?: string;
  path?: string;
}
