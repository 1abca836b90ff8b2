import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ask, cardOf, expectDone } from './answers';
import { gitLog, kubectl } from './outside';
import { say, signInAs } from './people';

test('Maya has her slow site given more, in one plan', async ({ page }) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await ask(
    page,
    'Our marketing site is slow, can you add more resources?',
    /2 copies/,
    /500m/,
  );

  const plan = cardOf(page, /marketing-web/);
  await expect(plan.getByText(/\b4\b/).first()).toBeVisible();
  await expect(plan.getByText(/1000m|1 core/).first()).toBeVisible();
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await expectAccessible(page);

  await say(page, 'Yes');
  const progress = cardOf(page, /marketing-web/);
  await expect(progress.getByText('Written down')).toBeVisible();
  await expectDone(progress);
  await expect(
    page.getByText(/all (of its )?(pods|copies).*healthy/i).last(),
  ).toBeVisible();
  await expectAccessible(page);

  expect(
    kubectl(
      'get',
      'deployment/marketing-web',
      '-n',
      'marketing-prod',
      '-o',
      'jsonpath={.spec.replicas} {.status.readyReplicas} {.spec.template.spec.containers[0].resources.limits.cpu}',
    ),
  ).toMatch(/^4 4 (1|1000m)$/);
  expect(gitLog()).toContain('Requested-by: user:default/maya');
});
