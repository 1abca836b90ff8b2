export { languageOf } from './detect';
export {
  currentLanguage,
  LANGUAGES,
  speaking,
  type Language,
} from './language';
export { say, sayAgain } from './say';
