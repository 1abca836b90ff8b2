export { DEFAULT_NODES, type SandboxNode } from './bootstrap';
export { manualClock, realClock, type ManualClock } from './clock';
export {
  createKubernetesSandbox,
  type KubernetesSandbox,
  type KubernetesSandboxOptions,
  type SandboxUser,
} from './createKubernetesSandbox';
export { StatusError, type Status } from './resources/status';
export type {
  ClusterApi,
  KubeObject,
  ObjectRef,
  SandboxClock,
  StoreEvent,
} from './types';
