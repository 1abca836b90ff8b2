import { expect, type Locator, type Page } from '@playwright/test';
import { say } from './people';

/** Says something and expects words of the conversation after it, in any order. */
export async function ask(
  page: Page,
  text: string,
  ...words: RegExp[]
): Promise<void> {
  const log = page.getByRole('log');
  await say(page, text);
  await expect(log.getByText(text).last()).toBeVisible();
  for (const word of words) {
    await expect(
      log.getByText(word).filter({ visible: true }).last(),
    ).toBeVisible();
  }
}

/** The newest card of a plan or request about a thing. */
export function cardOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('article', { name }).last();
}

/** Waits until a request has come to its good end. */
export async function expectDone(
  card: Locator,
  state: 'Live' | 'Backed up' = 'Live',
): Promise<void> {
  await expect(card.getByText(state, { exact: true }).first()).toBeVisible({
    timeout: 90_000,
  });
}
