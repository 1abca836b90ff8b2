import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';

/**
 * Holds a required answer as an empty text until it is given. One that isn't
 * there at all is missed by the form's own rules, which know English alone;
 * an empty one is left to {@link checkGiven}.
 */
export function useEmptyUntilGiven({
  required,
  schema,
  formData,
  onChange,
}: {
  required?: boolean;
  schema: { type?: unknown };
  formData?: unknown;
  onChange: (value: string) => void;
}): void {
  useEffect(() => {
    if (required && schema.type === 'string' && formData === undefined) {
      onChange('');
    }
  }, [required, schema.type, formData, onChange]);
}

/** Says in the language of the page what to do about an answer that is missing. */
export const checkGiven =
  (words: 'template.choose' | 'template.required') =>
  (
    value: unknown,
    field: { addError(message: string): void },
    { apiHolder }: { apiHolder: ApiHolder },
  ): void => {
    if (value !== '') {
      return;
    }
    const translation = apiHolder
      .get(translationApiRef)
      ?.getTranslation(aiopsAgentTranslationRef);
    if (!translation?.ready) {
      throw new Error('The assistant is not installed here.');
    }
    field.addError(translation.t(words));
  };
