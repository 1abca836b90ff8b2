import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** What a field of a form says of itself. */
export interface FieldWords {
  title?: string;
  description?: string;
  /** What the values of an `enum` are called, in their order. */
  enumNames?: string[];
  /** What the choice is called that is always there. */
  other?: string;
}

/**
 * What a template's field is called in other languages, in its `ui:options`:
 * `in: { de: { title: Wie es heißt } }`. It stands beside the English words,
 * since a template is data that anybody may add to.
 */
export type WordsOptions = { in?: Record<string, FieldWords> };

/** The words of a field in the language of the page, else those it has. */
export function useFieldWords({
  schema,
  uiSchema,
}: {
  schema: object;
  uiSchema: { 'ui:options'?: WordsOptions };
}): FieldWords {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const { title, description, enumNames } = schema as FieldWords;
  const translated = uiSchema['ui:options']?.in ?? {};
  return {
    title,
    description,
    enumNames,
    ...(translated[language] ?? translated[language.split('-')[0]]),
  };
}
