export { followReachability } from './reachability';
export { kubelet } from './kubelet';
export { DEFAULT_TIMING, type KubeletTiming } from './timing';
