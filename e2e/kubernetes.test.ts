import { expect, test, type Page } from '@playwright/test';
import { signInAs } from './people';

/** Opens the first pod of a workload on the Kubernetes tab, and its log. */
async function openLog(page: Page, workload: string) {
  const expand = page.locator('.MuiAccordionSummary-expandIcon');
  // The cluster, and then the first workload in it.
  await expand.first().click();
  await expand.nth(1).click();
  await page
    .getByText(new RegExp(`^${workload}-`))
    .first()
    .click();
  await page.getByRole('button', { name: 'get logs' }).click();
  return page.getByRole('dialog').last();
}

test('Dev sees the same workloads on the Kubernetes tab, and whom to ask for logs', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  for (const theme of ['light', 'dark']) {
    await page.evaluate(name => localStorage.setItem('theme', name), theme);
    await page.goto('/catalog/default/component/checkout-api/kubernetes');
    await expect(page.getByText('3 pods').first()).toBeVisible();
    await expect(page.getByText('No pods with errors').first()).toBeVisible();
  }
  const log = await openLog(page, 'checkout-api');
  await expect(log.getByText(/platform administrators only/)).toBeVisible();
  await expect(log.getByText(/403|Forbidden/)).toHaveCount(0);
});

test('Ada reads the logs there', async ({ page }) => {
  await signInAs(page, 'Ada');
  await page.goto('/catalog/default/resource/shop-db/kubernetes');
  const log = await openLog(page, 'shop-db');
  await expect(
    log.getByText(/ready to accept connections/).first(),
  ).toBeVisible();
});
