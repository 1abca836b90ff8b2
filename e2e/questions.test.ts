import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ask, cardOf, expectDone } from './answers';
import { kubectl } from './outside';
import { say, signInAs } from './people';

test('Maya asks what she uses, who has access, and makes a backup', async ({
  page,
}) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await ask(page, 'How much am I using?', /%/);
  await ask(page, 'Who has access to marketing-prod?', /Maya/, /Lena/);
  await expectAccessible(page);

  await ask(page, 'Make a backup', /marketing-prod/);
  const plan = cardOf(page, /backup/i);
  await plan.getByRole('button', { name: /^yes/i }).click();
  await expectDone(cardOf(page, /backup/i), 'Backed up');
  expect(
    kubectl(
      'get',
      'backups.velero.io',
      '-n',
      'velero',
      '-o',
      'jsonpath={.items[*].status.phase}',
    ),
  ).toContain('Completed');
  await ask(page, 'Which backups do we have?', /marketing/);
  await say(page, 'Thanks!');
  await expect(page.getByText(/you are welcome/i).last()).toBeVisible();
});

test('"Scale up" and "I need a database for my project" ask for what is missing, and show a price', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  await page.goto('/assistant');
  await ask(page, 'Scale up', /which/i);
  await page
    .getByRole('list', { name: 'Things you could say' })
    .getByRole('button', { name: 'storefront' })
    .click();
  await expect(
    cardOf(page, /storefront/)
      .getByText(/a month/)
      .first(),
  ).toBeVisible();
  await say(page, 'no');
  await ask(page, 'I need a database for my project', /PostgreSQL/);
});
