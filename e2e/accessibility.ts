import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Holds what is on the page against WCAG 2.1 AA.
 *
 * @param part - A selector, where the rest of the page is Backstage's own.
 */
export async function expectAccessible(page: Page, part = 'html') {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    // React Aria's announcer of toasts refers to labels that are gone by then.
    .exclude('[data-live-announcer]')
    .analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(node => node.target.join(' ')),
    })),
  ).toEqual([]);
}
