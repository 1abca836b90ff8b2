import {
  translationApiRef,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import german from '../languages/de/portal';
import { PageLayout } from './PageLayout';

const WORDS: Record<string, string | null> = german.messages;

/** A page in German that stays so. */
const speaksGerman = {
  getTranslation: () => ({ ready: true, t: (key: string) => WORDS[key] }),
  translation$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
} as unknown as TranslationApi;

function show(noHeader?: boolean) {
  renderInTestApp(
    <PageLayout
      title="Create"
      tabs={[
        { id: 'templates', label: 'Templates', href: 'templates' },
        { id: 'other', label: 'What others add', href: '/other' },
      ]}
      noHeader={noHeader}
    >
      <p>The contents</p>
    </PageLayout>,
    { apis: [[translationApiRef, speaksGerman]] },
  );
}

describe('the page of a plugin', () => {
  it('has its title and tabs in the language of the page, and unknown ones as they are', async () => {
    show();
    expect(await screen.findByText('The contents')).toBeInTheDocument();
    expect(screen.getAllByText('Anlegen').length).toBeGreaterThan(0);
    expect(screen.getByRole('tab', { name: 'Vorlagen' })).toHaveAttribute(
      'href',
      '/templates',
    );
    expect(
      screen.getByRole('tab', { name: 'What others add' }),
    ).toHaveAttribute('href', '/other');
    expect(screen.queryByText('Create')).not.toBeInTheDocument();
  });

  it('is bare where the plugin has a header of its own', async () => {
    show(true);
    expect(await screen.findByText('The contents')).toBeInTheDocument();
    expect(screen.queryByText('Anlegen')).not.toBeInTheDocument();
  });
});
