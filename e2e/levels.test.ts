import { expect, test } from '@playwright/test';
import { ask } from './answers';
import { say, signInAs } from './people';

test('Vic is told kindly why not, and who could', async ({ page }) => {
  await signInAs(page, 'Vic');
  await page.goto('/assistant');
  await ask(
    page,
    'Scale storefront to 5 copies',
    /cannot be done/,
    /could do this, or help you/,
  );
  await expect(page.getByRole('button', { name: /^yes/i })).toHaveCount(0);
});

test('Dev sees numbers and names, Ada sees resources and commits', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  await page.goto('/assistant');
  await ask(page, 'How is checkout-api?', /checkout-api/);
  await expect(page.getByText('restarts').last()).toBeVisible();
  await expect(page.getByText('Git and Argo CD')).toHaveCount(0);

  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await signInAs(page, 'Ada');
  await page.goto('/assistant');
  await say(page, 'How is checkout-api?');
  await page.getByText('Git and Argo CD').last().click();
  await expect(page.getByText(/revision/).last()).toBeVisible();
});

test('a symptom without a name is about the page’s entity, and off it about what is ill', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  await page.goto('/catalog/default/component/checkout-api/assistant');
  await ask(page, 'My site is down', /checkout-api/);
});
