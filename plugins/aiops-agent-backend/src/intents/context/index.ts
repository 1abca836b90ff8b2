export { createIntentContext, type IntentContextRequest } from './context';
