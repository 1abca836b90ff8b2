/** Any Kubernetes object, as JSON. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    ownerReferences?: Array<{
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
      controller?: boolean;
      blockOwnerDeletion?: boolean;
    }>;
    [field: string]: unknown;
  };
  spec?: any;
  status?: any;
  [field: string]: any;
}

/** Names one object. */
export interface ObjectRef {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** A change of the store, in the words of a watch. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
}

/**
 * The cluster as the other parts of the sandbox use it, in the process. It
 * goes through the same validation, admission and controllers as HTTP does,
 * and throws errors that carry a Kubernetes `Status`.
 */
export interface ClusterApi {
  get(ref: ObjectRef): KubeObject | undefined;
  list(
    apiVersion: string,
    kind: string,
    filter?: { namespace?: string; labelSelector?: string },
  ): KubeObject[];
  create(object: KubeObject): KubeObject;
  /** Creates or merges, as server-side apply does; prunes fields that the manager no longer sets. */
  apply(object: KubeObject, manager: string): KubeObject;
  /** JSON merge patch. */
  patch(
    ref: ObjectRef,
    patch: object,
    subresource?: 'status' | 'scale',
  ): KubeObject;
  delete(ref: ObjectRef): void;
  /** Called after each change, in order; returns how to stop. */
  onEvent(listener: (event: StoreEvent) => void): () => void;
  /** Records a core/v1 Event about an object, counting repetitions. */
  record(
    about: KubeObject,
    event: {
      type: 'Normal' | 'Warning';
      reason: string;
      message: string;
      source: string;
    },
  ): void;
}

/** Time as the sandbox has it; tests move it by hand. */
export interface SandboxClock {
  now(): Date;
  /** Runs once, after so many milliseconds of sandbox time; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}
