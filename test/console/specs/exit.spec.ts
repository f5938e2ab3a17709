import { expect, screenOf, test } from '../harness/console-test.js';
import { fillStorage, historyOf, leftovers, nothing } from '../harness/leftovers.js';

/** The provider's form cannot take the place of its page; the address tells nothing. */
const signInPage = expect.stringMatching(/\/oidc\/interaction\/[\w-]+$/);

test('Escape twice leaves nothing behind', async ({ page, context, signIn, system }) => {
  await signIn(page);
  await fillStorage(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
  expect(await historyOf(page, system.url)).toEqual([signInPage, `${system.url}/blank`]);
});

test('the link of the sign-in page does so as well', async ({ page, context, system }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Leave this page now' }).click();
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('the button does so as well, before anybody signed in', async ({ page, context, system }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('without network the same is gone, and the page is blank', async ({ page, context, signIn, system }) => {
  await signIn(page);
  await fillStorage(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('about:blank');
  await context.setOffline(false);
  // The browser may still be at it: without network it does so by itself, after the page has gone.
  await expect.poll(() => leftovers(context, system.url)).toEqual({ ...nothing, cookies: ['haven-session'] });
  expect(await historyOf(page, system.url)).toEqual([signInPage]);
  // What is left of the session opens nothing.
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('#password')).toBeVisible();
});

test('Escape once, or twice too slowly, leaves everything as it is', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn(page);
  await page.keyboard.press('Escape');
  await page.clock.fastForward(1_500);
  await page.keyboard.press('Escape');
  await expect(screenOf(page)).toBeVisible();
});
