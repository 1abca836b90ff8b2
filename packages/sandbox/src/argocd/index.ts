export { Reconciler, type ReconcilerOptions } from './reconciler';
