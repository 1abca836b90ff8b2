import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { aiopsAgentTranslationRef } from '../translation';

/**
 * The sentence of an error that is meant for the person: the server's own
 * where it answered, and one about the connection where it did not.
 */
export function useSentence(): (error: Error) => string {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return useCallback(
    (error: Error) => {
      if (error.name === 'ResponseError' && error.cause instanceof Error) {
        return error.cause.message;
      }
      // Every browser has words of its own for a fetch that got no answer.
      return error instanceof TypeError
        ? t('error.unreachable')
        : error.message;
    },
    [t],
  );
}
