import { expect, test } from '@playwright/test';
import { ask, cardOf, expectDone } from './answers';
import { kubectl } from './outside';
import { say, signInAs } from './people';

const replicas = () =>
  kubectl(
    'get',
    'deployments',
    '-n',
    'marketing-test',
    '-o',
    'jsonpath={.items[*].spec.replicas}',
  );

test('Maya deletes her test environment, and takes it back', async ({
  page,
}) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await ask(page, 'Delete my test env', /marketing-test/, /7 days/);
  const plan = cardOf(page, /marketing-test/);
  await plan.getByRole('button', { name: /delete marketing-test/i }).click();
  await expectDone(cardOf(page, /marketing-test/));
  expect(replicas()).toMatch(/^0( 0)*$/);

  await page.goto('/requests');
  await page
    .getByRole('link', { name: /marketing-test/ })
    .first()
    .click();
  await page.getByRole('button', { name: /undo/i }).first().click();
  await page.getByRole('button', { name: /^yes/i }).last().click();
  await expectDone(cardOf(page, /marketing-test/));
  expect(replicas()).not.toMatch(/^0/);
  await page.goto('/assistant');
  await say(page, 'How is marketing-test?');
  await expect(page.getByText(/marketing-test.*running/i).last()).toBeVisible();
});
