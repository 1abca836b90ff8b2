export { DEFAULT_BACKUPS, type BackupSettings } from './backup';
export * from './types';
export { createComposer, type ComposerOptions } from './composer';
export { type Assessment } from './assess';
export { confirmsWithoutAsking } from './confirms';
export { DatabasePlanStore } from './DatabasePlanStore';
export {
  DefaultPlanService,
  type PlanServiceOptions,
} from './DefaultPlanService';
export { type PlanStore, type PlanTaking } from './PlanStore';
