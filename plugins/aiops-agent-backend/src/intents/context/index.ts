export {
  createIntentContext,
  type IntentContextDeps,
  type IntentContextRequest,
} from './context';
export type { ComposerFor, CostReader, QuotaReader } from './ports';
