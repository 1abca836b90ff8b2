import { core } from 'zod';
import { de, en } from 'zod/locales';
import { currentLanguage, type Language } from './language';

const LOCALES: Record<Language, core.$ZodErrorMap> = {
  en: en().localeError,
  de: de().localeError,
};

/**
 * What zod says of a value that can't be, in the language of the turn; to be
 * handed to `parse` as `error`.
 */
export const valueError: core.$ZodErrorMap = issue =>
  LOCALES[currentLanguage()](issue);
