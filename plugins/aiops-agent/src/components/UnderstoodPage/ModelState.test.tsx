import type { ModelHealth } from '@aiops-portal/plugin-aiops-agent-common';
import {
  translationApiRef,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import german from '../../translations/de';
import { ModelState } from './ModelState';

type Host = ModelHealth['hosts'][number];

const WORDS: Record<string, string | null> = german.messages;

/** A page in German. */
const speaksGerman = {
  getTranslation: () => ({
    ready: true,
    t: (key: string, values: Record<string, string> = {}) =>
      WORDS[key]?.replace(/{{(\w+)}}/g, (_, name) => values[name]),
  }),
  translation$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
} as unknown as TranslationApi;

const ANSWERING: Host = { url: 'http://a', state: 'answering', lastMs: 800 };
const FAILING: Host = {
  url: 'http://b',
  state: 'failing',
  lastMs: 800,
  lastError: 'fetch failed: connect ECONNREFUSED',
};
const RESTING: Host = { url: 'http://c', state: 'resting', lastError: 'no' };
const UNKNOWN: Host = { url: 'http://d', state: 'unknown' };

const HELPS = 'Helps where the parser is unsure';
const FAILED =
  'Failed last time; the portal goes on without it and asks it again';

function show(hosts: Host[], available: boolean, translation?: TranslationApi) {
  renderInTestApp(
    <ModelState model={{ model: 'llama3.1', available, hosts }} />,
    translation ? { apis: [[translationApiRef, translation]] } : {},
  );
  return screen.findByRole('region', { name: /llama3.1/ });
}

describe('how the language model is doing', () => {
  it.each([
    ['an answering host', [ANSWERING], true, HELPS],
    ['one that was not asked yet', [UNKNOWN], true, HELPS],
    ['a model that names no hosts', [], true, HELPS],
    [
      'a failing host beside one that answers',
      [FAILING, ANSWERING],
      true,
      HELPS,
    ],
    ['a failing host', [FAILING], true, FAILED],
    ['failing hosts and one left alone', [FAILING, RESTING], true, FAILED],
    [
      'hosts that are all left alone',
      [RESTING],
      false,
      'Not answering; the portal goes on without it',
    ],
  ])('is said in one sentence: %s', async (_, hosts, available, sentence) => {
    expect(await show(hosts, available)).toHaveTextContent(
      `Language model: llama3.1 ${sentence}`,
    );
  });

  it('is said of each host, with why it failed', async () => {
    await show([ANSWERING, FAILING, RESTING, UNKNOWN], true);
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'http://a · answering · last answer in 800 ms',
      'http://b · failed last time · last answer in 800 ms · fetch failed: connect ECONNREFUSED',
      'http://c · left alone for a while · no',
      'http://d · not asked yet',
    ]);
  });

  it('is said in German too', async () => {
    expect(await show([FAILING], true, speaksGerman)).toHaveTextContent(
      'Sprachmodell: llama3.1 Zuletzt gescheitert; das Portal macht ohne weiter und fragt es wieder',
    );
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'http://b · zuletzt gescheitert · letzte Antwort in 800 ms · fetch failed',
    );
  });
});
