import { expect, type Page } from '@playwright/test';

/** Signs in the way a person does: the portal's button, then their own name. */
export async function signInAs(page: Page, name: string) {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  const signIn = await popup;
  await signIn.getByRole('button', { name: new RegExp(name) }).click();
  await expect(
    page.getByRole('heading', { name: new RegExp(`Welcome.*${name}`) }),
  ).toBeVisible();
}

/** Says something in the conversation on the page. */
export async function say(page: Page, text: string) {
  const input = page.getByRole('textbox', { name: /message/i });
  await input.fill(text);
  await input.press('Enter');
}
