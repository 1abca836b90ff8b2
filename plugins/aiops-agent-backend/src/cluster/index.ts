export { systemClock } from './clock';
export type { Clock } from './clock';
export { readClusterConnection } from './clusterConfig';
export type { ClusterConnection } from './clusterConfig';
export { HttpKubeApi } from './KubeApi';
export type { KubeApi } from './KubeApi';
export { KubernetesClusterReader } from './KubernetesClusterReader';
export type { ClusterReader, DeliveryStatus } from './types';
