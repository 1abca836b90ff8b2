export { builtinIntents } from './builtin';
export { createIntentContext, type IntentContextRequest } from './context';
export { homeOf } from './home';
export { IntentRegistry } from './registry';
export { IntentRunner, type IntentOutcome } from './run';
export { suggestionsFor } from './suggestions';
export { removeSleeping } from './remove-sleeping';
export { createUndoRequest } from './undo-request';
