import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/** Says on the page itself in which language it is, for whatever reads it out. */
export function PageLanguage() {
  const languageApi = useApi(appLanguageApiRef);
  useEffect(() => {
    const tell = ({ language }: { language: string }) => {
      document.documentElement.lang = language;
    };
    tell(languageApi.getLanguage());
    const subscription = languageApi.language$().subscribe(tell);
    return () => subscription.unsubscribe();
  }, [languageApi]);
  return null;
}
