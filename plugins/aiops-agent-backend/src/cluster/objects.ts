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

/** Deployment, StatefulSet, DaemonSet, ReplicaSet or Job, trimmed. */
export type WorkloadObject = KubeObject<
  {
    replicas?: number;
    completions?: number;
    suspend?: boolean;
    paused?: boolean;
    progressDeadlineSeconds?: number;
    selector?: { matchLabels?: Record<string, string> };
    template?: { metadata: { labels?: Record<string, string> }; spec: PodSpec };
  },
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
  started?: boolean;
  restartCount?: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

/** What a container does, or how its last run ended. */
export interface ContainerState {
  running?: { startedAt?: string };
  waiting?: { reason?: string; message?: string };
  terminated?: TerminatedState;
}

/** How a run of a container ended. */
export interface TerminatedState {
  reason?: string;
  exitCode?: number;
  message?: string;
  startedAt?: string;
  finishedAt?: string;
}

/** A pod, trimmed. */
export type PodObject = KubeObject<
  PodSpec,
  {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  }
>;

/** What a pod is made of: names and amounts, no values and no commands. */
export interface PodSpec {
  nodeName?: string;
  serviceAccountName?: string;
  nodeSelector?: Record<string, string>;
  /** True where rules say on which nodes, or beside which pods, it may run. */
  nodeAffinity?: boolean;
  tolerations?: Fields[];
  schedulingGates?: Array<{ name: string }>;
  volumes?: VolumeReference[];
  initContainers?: ContainerObject[];
  containers?: ContainerObject[];
}

/** One container of a pod, trimmed. */
export interface ContainerObject {
  name: string;
  image?: string;
  ports?: Array<{ name?: string; containerPort: number; protocol?: string }>;
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
  livenessProbe?: ProbeObject;
  readinessProbe?: ProbeObject;
  startupProbe?: ProbeObject;
  /** What its environment takes from elsewhere. */
  references?: ObjectReference[];
}

/** A probe without headers and commands. */
export interface ProbeObject {
  httpGet?: { path?: string; port: string | number; scheme?: string };
  tcpSocket?: { port: string | number };
  grpc?: { port: number };
  exec?: object;
  initialDelaySeconds?: number;
  periodSeconds?: number;
  timeoutSeconds?: number;
  failureThreshold?: number;
}

/** A ConfigMap or Secret that something needs, by name. */
export interface ObjectReference {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  /** Absent where all of it is taken. */
  key?: string;
  optional?: boolean;
}

/** A volume of a pod, by where it comes from. */
export interface VolumeReference {
  name: string;
  claim?: string;
  references?: ObjectReference[];
}

/** An event about an object, trimmed. */
export type EventObject = KubeObject & {
  type?: string;
  reason?: string;
  message?: string;
  /** Times that it was seen. */
  count?: number;
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
      syncResult?: {
        revision?: string;
        revisions?: string[];
        /** Those that failed to sync. */
        resources?: SyncedResource[];
      };
    };
    /** Those that are not as Git says. */
    resources?: SyncedResource[];
    conditions?: Array<{ type: string; message?: string }>;
  }
> & {
  /** A sync that was asked for and has not begun. */
  operation?: unknown;
};

/** One object in Argo CD's account of an Application. */
export interface SyncedResource {
  kind: string;
  namespace?: string;
  name: string;
  status?: string;
  message?: string;
}

interface ApplicationSource {
  repoURL?: string;
  path?: string;
}

/** Velero's Backup. */
export type BackupObject = KubeObject<
  {
    includedNamespaces?: string[];
    labelSelector?: {
      matchLabels?: Record<string, string>;
      matchExpressions?: Array<{
        key: string;
        operator: string;
        values?: string[];
      }>;
    };
  },
  {
    phase?: string;
    startTimestamp?: string;
    completionTimestamp?: string;
    expiration?: string;
    progress?: { itemsBackedUp?: number; totalItems?: number };
    failureReason?: string;
    validationErrors?: string[];
    errors?: number;
    volumeSnapshotsAttempted?: number;
    volumeSnapshotsCompleted?: number;
    csiVolumeSnapshotsAttempted?: number;
    csiVolumeSnapshotsCompleted?: number;
  }
>;

/** Velero's copy of the files of one volume of one pod. */
export type PodVolumeBackupObject = KubeObject<
  { pod?: { namespace?: string; name?: string }; volume?: string },
  {
    phase?: string;
    message?: string;
    /** In bytes. */
    progress?: { totalBytes?: number; bytesDone?: number };
  }
>;
