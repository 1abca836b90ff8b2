export { parseManifest } from './manifests';
export { Reconciler, type ReconcilerOptions } from './reconciler';
