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
