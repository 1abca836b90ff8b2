import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { gitLog, kubectl } from './outside';
import { say, signInAs } from './people';

/** How fast a slow reader reads, in characters a second (about 150 words a minute). */
const SLOW_READER = 14;
const TEN_MINUTES = 600;

test('Noor, who has nothing yet, gets a WordPress site for her team', async ({
  page,
  context,
}) => {
  const began = Date.now();
  await signInAs(page, 'Noor');

  // Home for someone new.
  await expect(page.getByText('You have no environments yet')).toBeVisible();
  for (const card of ['Create an environment', 'Deploy an app', 'Ask']) {
    await expect(page.getByText(card, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);

  // She says what she needs and is told what it would be.
  await page.goto('/assistant');
  await say(page, 'I need to deploy a WordPress site for my team');
  const plan = page.getByRole('article', { name: /WordPress/ }).last();
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await expect(plan.getByText('1 of 3')).toBeVisible();
  await expect(
    plan.getByRole('button', { name: 'Yes, create it' }),
  ).toBeVisible();
  await expectAccessible(page);

  // A yes with changes agrees, for it is neither dearer nor wider nor riskier.
  await say(page, 'Yes, call it marketing-blog, just my team, low traffic');
  const progress = page
    .getByRole('article', { name: /marketing-blog/ })
    .filter({ hasText: 'Written down' })
    .last();
  await expect(progress.getByText('Agreed by you')).toBeVisible();
  await expect(progress.getByText('Live', { exact: true }).first()).toBeVisible(
    { timeout: 60_000 },
  );
  await expectAccessible(page);

  // The address opens.
  const address = progress.getByRole('link', { name: 'Open marketing-blog' });
  const site = await context.newPage();
  await site.goto((await address.getAttribute('href'))!);
  await expect(site.getByText(/marketing-blog/).first()).toBeVisible();
  await site.close();

  // The password is revealed once.
  await page.goto('/credentials/marketing-blog/marketing-blog-db');
  await page.getByRole('button', { name: /reveal|show/i }).click();
  await expect(
    page.getByRole('button', { name: /copy/i }).first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText(/You were shown them on/)).toBeVisible();

  // The catalog has it, with the assistant on it.
  await page.goto('/catalog/default/component/marketing-blog');
  await page.getByRole('link', { name: 'Assistant' }).last().click();
  await expect(page.getByRole('textbox', { name: /message/i })).toBeVisible();

  // The same from outside: the cluster, and who asked for what.
  expect(
    kubectl('get', 'deploy', '-n', 'marketing-blog', '-o', 'name'),
  ).toContain('deployment.apps/marketing-blog');
  const log = gitLog();
  expect(log).toContain('Requested-by: user:default/noor');
  expect(log).toMatch(/Request-Id: REQ-\d+/);
  expect(log).toMatch(/Plan-Hash: \S+/);

  // From sign-in to a live site, with the time a slow reader needs for all of it.
  await page.goBack();
  const text = await page.evaluate(() => document.body.innerText.length);
  const seconds = (Date.now() - began) / 1000 + (3 * text) / SLOW_READER;
  console.log(
    `From sign-in to live in ${Math.round(seconds)} s of a slow reader's time.`,
  );
  expect(seconds).toBeLessThan(TEN_MINUTES);
});
