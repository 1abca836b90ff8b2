import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { kubectl } from './outside';
import { say, signInAs } from './people';

test("Maya gets a development environment for her team's web app", async ({
  page,
}) => {
  await signInAs(page, 'Maya');
  await page.goto('/assistant');
  await say(page, "I need a development environment for my team's web app");

  const plan = page.getByRole('article', { name: /marketing-dev/ }).last();
  await expect(plan.getByText(/PostgreSQL/).first()).toBeVisible();
  await expect(plan.getByText(/Redis/).first()).toBeVisible();
  await expect(
    plan.getByText(/marketing-dev\.corp\.example\.com/).first(),
  ).toBeVisible();
  await expectAccessible(page);
  await plan.getByRole('button', { name: /^Yes/ }).click();

  // The same card shows the progress.
  await expect(plan.getByText('Written down')).toBeVisible();
  await expect(plan.getByText('Live', { exact: true }).first()).toBeVisible({
    timeout: 60_000,
  });

  const made = kubectl(
    'get',
    'namespace,resourcequota,statefulset,externalsecret,ingress,podmonitor',
    '-n',
    'marketing-dev',
    '-o',
    'name',
  );
  for (const object of [
    'resourcequota/',
    'statefulset.apps/',
    'externalsecret.external-secrets.io/',
    'ingress.networking.k8s.io/',
    'podmonitor.monitoring.coreos.com/',
  ]) {
    expect(made).toContain(object);
  }
  expect(
    kubectl('get', 'ingress', '-n', 'marketing-dev', '-o', 'yaml'),
  ).toContain('marketing-dev.corp.example.com');

  await say(page, 'How is marketing-dev?');
  await expect(
    page.getByText(/marketing-dev.*(running|healthy|fine)/i).last(),
  ).toBeVisible();

  await page.goto('/catalog/default/system/marketing-dev');
  await expect(page.getByText('marketing-dev').first()).toBeVisible();
});
