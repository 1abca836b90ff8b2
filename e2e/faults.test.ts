import { expect, test } from '@playwright/test';
import { cardOf, expectDone } from './answers';
import { say, signInAs } from './people';

const sandbox = () =>
  `http://127.0.0.1:${process.env.AIOPS_SANDBOX_PORT ?? 17100}`;

test.afterEach(async ({ request }) => {
  await request.delete(`${sandbox()}/faults`, {
    headers: { accept: 'application/json' },
  });
});

test('somebody breaks the shop, Dev asks why, says yes, and it is well', async ({
  page,
}) => {
  // What is used is averaged over a minute before anybody is told.
  test.setTimeout(300_000);
  await page.goto(`${sandbox()}/faults`);
  const slow = page.getByRole('listitem').filter({ hasText: 'shop slow' });
  await slow.getByRole('button').click();
  await expect(page.getByText(/on since/i).first()).toBeVisible();

  await signInAs(page, 'Dev');
  await page.goto('/assistant');
  await expect(async () => {
    await say(page, 'Why is the storefront slow?');
    await expect(
      cardOf(page, /storefront/).getByRole('button', { name: /^yes/i }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 180_000, intervals: [10_000] });

  await say(page, 'yes please');
  await expectDone(cardOf(page, /storefront/));
  await expect(page.getByText(/all copies are healthy/i).last()).toBeVisible();
});
