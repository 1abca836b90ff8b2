export {
  createIntentContext,
  type IntentContextDeps,
  type IntentContextRequest,
} from './context';
