import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { kubectl } from './outside';
import { say, signInAs } from './people';

test('Dev makes a backup on the page of a database, and sees what is in it', async ({
  page,
}) => {
  await signInAs(page, 'Dev');
  await page.goto('/catalog/default/resource/shop-db/assistant');
  await say(page, 'Make a backup');

  const plan = page.getByRole('article', { name: /backup/i }).last();
  await expect(plan.getByText(/kept for 30 days/).first()).toBeVisible();
  await expectAccessible(page);
  await plan.getByRole('button', { name: 'Yes, back it up' }).click();

  await expect(plan.getByText('Written down')).toBeVisible();
  await expect(plan.getByText('1 of 1 volume saved')).toBeVisible({
    timeout: 90_000,
  });
  await expect(
    plan.getByText('Backed up', { exact: true }).first(),
  ).toBeVisible();
  expect(
    kubectl(
      'get',
      'podvolumebackups',
      '-n',
      'velero',
      '-o',
      'jsonpath={.items[*].status.phase}',
    ),
  ).toContain('Completed');

  await say(page, 'Which backups do we have?');
  await expect(
    page.getByText(/The newest backup of shop-db with all of its data/).last(),
  ).toBeVisible();
  await expect(page.getByText(/1 of 1 volume saved/).last()).toBeVisible();
});

test('Maya asks who has access to what is hers', async ({ page }) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await say(page, 'Who has access to marketing-prod?');
  const answer = page.getByRole('log', { name: 'Conversation' });
  await expect(
    answer.getByText(/the team Marketing: Lena Fischer and Maya Ortiz/),
  ).toBeVisible();
  await expect(answer.getByText('leads the team').first()).toBeVisible();
  await expectAccessible(page);
});
