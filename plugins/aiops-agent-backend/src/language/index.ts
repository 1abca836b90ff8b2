export {
  createUnderstanding,
  type PortalUnderstanding,
} from './createUnderstanding';
export type { BlueprintWords, KnownIntent, Vocabulary } from './types';
