import type { Page } from '@playwright/test';
import { fillSignIn, type Account } from './accounts.js';

/** Longer than the life of the access token, shorter than the time until the screen locks. */
const tokenLifeMilliseconds = 6 * 60_000;

/** Ends the session at the provider, as on another page, and lets the page's token expire, with the test's clock. */
export async function endSession(page: Page): Promise<void> {
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/oidc/session/end?ui_locales=en');
  await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
  await elsewhere.waitForURL(/success/);
  await elsewhere.close();
  await page.clock.fastForward(tokenLifeMilliseconds);
}

/** Signs in again in the window that the console opens. */
export async function signInAgain(page: Page, who: Account): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const window = await opened;
  const closed = window.waitForEvent('close');
  await fillSignIn(window, who);
  await closed;
}
