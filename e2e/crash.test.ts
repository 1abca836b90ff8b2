import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ask, cardOf, expectDone } from './answers';
import { kubectl } from './outside';
import { say, signInAs } from './people';

test('Maya asks why her app crashes, says yes, and it runs', async ({
  page,
}) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await ask(
    page,
    'Why is my app crashing?',
    /newsletter/i,
    /memory/i,
    /980 ?Mi.*1000 ?Mi/,
  );
  const plan = cardOf(page, /newsletter/);
  await expect(plan.getByText(/2 ?Gi/).first()).toBeVisible();
  await expect(plan.getByText(/a month/).first()).toBeVisible();
  await expectAccessible(page);

  await say(page, 'yes please');
  const progress = cardOf(page, /newsletter/);
  await expectDone(progress);
  await expect(page.getByText(/budget/i).last()).toBeVisible();
  await expectAccessible(page);

  expect(
    kubectl(
      'get',
      'deployment/newsletter',
      '-n',
      'marketing-prod',
      '-o',
      'jsonpath={.status.readyReplicas} {.spec.template.spec.containers[0].resources.limits.memory}',
    ),
  ).toMatch(/^1 2Gi$/);
  await ask(page, 'Is the newsletter healthy?', /newsletter.*running/i);
});
