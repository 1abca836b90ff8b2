import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { signInAs } from './people';

const SEARCH = '/catalog/default/component/shop-search';

test('Dev sees on its page that the search is ill, asks why, and says whether that helped', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  await page.goto(SEARCH);
  await expect(page.getByText('Needs attention')).toBeVisible();
  await expect(
    page.getByText(/^Last deployed (?:just now|.+ ago)$/),
  ).toBeVisible();
  await expect(page.getByText(/CreateContainerConfigError/)).toBeVisible();
  await expect(
    page.getByRole('meter', { name: /shop.s budget/ }),
  ).toBeVisible();
  await expect(
    page.getByText('Nothing has been changed through the portal yet.'),
  ).toBeVisible();
  await expectAccessible(page);

  // The question is written down; it is Dev who sends it.
  await page.getByRole('link', { name: 'Ask why' }).click();
  const input = page.getByRole('textbox', { name: /message/i });
  await expect(input).toHaveValue('Why is Search failing?');
  await expect(input).toBeFocused();
  await input.press('Enter');
  const finding = page
    .getByRole('region', {
      name: /shop-search lacks something in its settings/,
    })
    .last();
  await expect(finding).toContainText('certain');
  await expect(
    finding.getByText(/couldn't find key index-url in ConfigMap/).first(),
  ).toBeVisible();

  const up = page.getByRole('button', { name: 'This helped' }).last();
  await up.click();
  await expect(up).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);

  // It is kept, and what was handed over is not handed over again.
  await page.reload();
  await expect(up).toHaveAttribute('aria-pressed', 'true');
  await expect(input).toHaveValue('');

  // Vic, who only looks, isn't shown what the cluster says unless he wants to.
  const vic = await (await page.context().browser()!.newContext()).newPage();
  await signInAs(vic, 'Vic');
  await vic.goto(`${SEARCH}/assistant`);
  await vic.getByRole('button', { name: 'Why is it failing?' }).click();
  const plain = vic.getByRole('region', { name: /lacks something/ }).last();
  await expect(plain).toBeVisible();
  await expect(plain.getByText(/index-url in ConfigMap/)).toBeHidden();
});

test('Ada reviews what was understood, and nobody else can', async ({
  browser,
}) => {
  const ada = await (await browser.newContext()).newPage();
  await signInAs(ada, 'Ada');
  await ada.getByRole('link', { name: 'Understood' }).click();
  await expect(
    ada.getByRole('heading', { name: 'What was understood' }),
  ).toBeVisible();
  await expect(ada.getByText('Why is Search failing?').first()).toBeVisible();
  await expectAccessible(ada);
  const download = ada.waitForEvent('download');
  await ada.getByRole('button', { name: 'Export labelled messages' }).click();
  expect((await download).suggestedFilename()).toBe('labelled.jsonl');

  const maya = await (await browser.newContext()).newPage();
  await signInAs(maya, 'Maya');
  await expect(maya.getByRole('link', { name: 'Understood' })).toBeHidden();
  await maya.goto('/understood');
  await expect(maya.getByText('What was understood')).toBeHidden();
});

test("to Maya, the shop's checkout is a page without anything on it", async ({
  page,
}) => {
  await signInAs(page, 'Maya');
  await page.goto('/catalog/default/component/checkout-api');
  await expect(
    page.getByText(/can't find checkout-api among the things that you may see/),
  ).toBeVisible();
  await expect(page.getByText('What it costs')).toBeHidden();
});
