export * from './types';
export { createComposer, type ComposerOptions } from './composer';
export {
  checkHost,
  checkImage,
  checkName,
  isName,
  MAX_NAME_LENGTH,
  suggestName,
} from './names';
export { agreementHash, canonicalJson } from './agreement';
export { assessDraft, type Assessment } from './assess';
export { confirmsWithoutAsking } from './confirms';
export { DatabasePlanStore } from './DatabasePlanStore';
export {
  DefaultPlanService,
  type PlanServiceOptions,
} from './DefaultPlanService';
export { type PlanStore, type PlanTaking } from './PlanStore';
export { WRITABLE_FOLDERS } from './safety';
