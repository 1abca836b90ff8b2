export { builtinIntents } from './builtin';
export {
  createIntentContext,
  type ComposerFor,
  type CostReader,
  type IntentContextDeps,
  type IntentContextRequest,
  type QuotaReader,
} from './context';
export { homeOf } from './home';
export { IntentRegistry } from './registry';
export { IntentRunner, type IntentOutcome } from './run';
export { suggestionsFor } from './suggestions';
export { createUndoRequest } from './undo-request';
