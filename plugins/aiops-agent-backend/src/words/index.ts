export { languageOf } from './detect';
export {
  currentLanguage,
  LANGUAGES,
  localeOf,
  speaking,
  type Language,
} from './language';
export { phrase, say, sayAgain, sayElsewhere } from './say';
export { valueError } from './values';
