import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { gitLog, kubectl } from './outside';
import { signInAs } from './people';

/** Opens a template from the Create page. */
async function choose(page: Page, title: string) {
  await page.getByRole('link', { name: 'Create', exact: true }).first().click();
  const card = page.locator('.MuiCard-root').filter({ hasText: title });
  await card.getByRole('button', { name: 'Choose' }).click();
  await expect(
    page.getByRole('heading', { name: 'What will happen' }),
  ).toBeVisible();
}

async function pick(page: Page, field: string, option: RegExp) {
  await page.getByRole('button', { name: new RegExp(field) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** The box is drawn over the real one, which keyboards and readers use. */
async function agree(page: Page) {
  await page.getByText(/I agree to this/).click();
  await expect(agreement(page)).toBeChecked();
}

function agreement(page: Page) {
  return page.getByRole('checkbox', { name: /I agree to this/ });
}

async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Goes through the last page, and waits until the task is done. */
async function create(page: Page) {
  await press(page, 'Review');
  await expect(page.getByText('You agreed to')).toBeVisible();
  await page.getByRole('button', { name: 'Create', exact: true }).dblclick();
  await expect(
    page.getByRole('link', { name: 'Your request, and how to undo it' }),
  ).toBeVisible({ timeout: 90_000 });
}

test('Maya makes a database with a form', async ({ page }) => {
  await signInAs(page, 'Maya');
  await choose(page, 'A database');

  // What is missing is asked for, and nothing goes on without a yes.
  await expect(
    page.getByText(/Which database would you like/).last(),
  ).toBeVisible();
  await pick(page, 'Where it should live', /marketing-test/);
  await pick(page, 'Which kind of database', /PostgreSQL/);
  const plan = page.getByRole('article', { name: /PostgreSQL/ });
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await expectAccessible(page, 'form');
  await press(page, 'Review');
  await expect(page.getByText(/agree to it first/).first()).toBeVisible();

  // A yes is to what is shown: another answer takes it back.
  await agree(page);
  await page.getByLabel('What it is called').fill('spring-data');
  await expect(plan.getByText('spring-data').first()).toBeVisible();
  await expect(agreement(page)).not.toBeChecked();
  await agree(page);
  await press(page, 'Review');

  // What she agreed to is shown once more; going back keeps it.
  await expect(page.getByText(/: spring-data$/)).toBeVisible();
  await press(page, 'Back');
  await expect(agreement(page)).toBeChecked();
  expect(gitLog()).not.toContain('spring-data');

  // Create does it, once, however often it is pressed.
  await create(page);
  await expect(page.getByText('Done: Agreed by you')).toBeVisible();
  expect(
    kubectl('get', 'statefulset', '-n', 'marketing-test', '-o', 'name'),
  ).toContain('spring-data');
  expect(gitLog().match(/^ {4}.*spring-data.*$/gm)).toHaveLength(1);

  await page.getByRole('link', { name: 'Open it in the catalog' }).click();
  // The catalog reads Git by itself, and a page that came too early stays so.
  const heading = page.getByRole('heading', { name: /spring data/i });
  await expect(async () => {
    await page.reload();
    await expect(heading).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
});

test('Dev makes a website with a place of its own', async ({ page }) => {
  await signInAs(page, 'Dev');
  await choose(page, 'A website or an app');
  await pick(page, 'What you would like', /WordPress/);
  await pick(page, 'Where it should live', /A new one/);
  await page.getByLabel('What it is called').fill('shop-news');
  const plan = page.getByRole('article', { name: /shop-news/ });
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await agree(page);
  await create(page);
  expect(kubectl('get', 'deploy', '-n', 'shop-news', '-o', 'name')).toContain(
    'shop-news',
  );
});

test('What somebody else has a say in waits for them', async ({ page }) => {
  await signInAs(page, 'Maya');
  await choose(page, 'An environment');
  await pick(page, 'What it is for', /Production/);
  await page.getByLabel('What it is called').fill('spring-sale');
  const plan = page.getByRole('article', { name: /spring-sale/ });
  await expect(
    plan.getByText(/will be asked before anything happens/),
  ).toBeVisible();
  await expectAccessible(page, 'form');
  await agree(page);
  await create(page);
  await expect(
    page.getByRole('heading', { name: /^Waiting for Lena/ }),
  ).toBeVisible();
  await expect(page.getByText(/You will hear of it/)).toBeVisible();
  expect(gitLog()).not.toContain('spring-sale');
});

test('Who may not is told why, and who could', async ({ page, browser }) => {
  await signInAs(page, 'Lena');
  await choose(page, 'An environment');
  await pick(page, 'Which team it is for', /marketing/);
  await expect(page.getByText(/could do this, or help you/)).toBeVisible();
  await expect(agreement(page)).toHaveCount(0);
  await expectAccessible(page, 'form');

  const other = await browser.newContext();
  const vics = await other.newPage();
  await signInAs(vics, 'Vic');
  await choose(vics, 'An environment');
  await expect(vics.getByText(/can add you to one/)).toBeVisible();
  await expectAccessible(vics, 'form');
  await other.close();
});
