export type { SandboxNode } from './bootstrap';
export { manualClock, realClock, type ManualClock } from './clock';
export {
  createKubernetesSandbox,
  type KubernetesSandbox,
  type KubernetesSandboxOptions,
} from './createKubernetesSandbox';
export type { Disturbances, Programs, ProgramTables } from './programs';
export { writeKubeconfig } from './kubeconfig';
export type { Status } from './resources/status';
export type { SandboxUser } from './users';
export type {
  ClusterApi,
  KubeObject,
  ObjectRef,
  SandboxClock,
  StoreEvent,
} from './types';
