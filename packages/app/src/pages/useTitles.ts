import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from '../translation';

/** What plugins call their pages and tabs, and how the portal calls them. */
const TITLES = {
  Create: 'pages.create',
  Templates: 'pages.templates',
  Tasks: 'pages.tasks',
  Actions: 'pages.actions',
  'Template Editor': 'pages.templateEditor',
  'Templating Extensions': 'pages.templatingExtensions',
} as const;

/** The title in the language of the page; one that isn't known as it is. */
export function useTitles(): (title: string) => string {
  const { t } = useTranslationRef(portalTranslationRef);
  return title =>
    title in TITLES ? t(TITLES[title as keyof typeof TITLES]) : title;
}
