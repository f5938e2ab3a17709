import { expect, screenOf, test } from '../harness/console-test.js';
import { fillStorage, historyOf, leftovers, nothing } from '../harness/leftovers.js';

/** The provider's form page cannot be replaced in the history; its address reveals nothing. */
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

test('so does the link of the sign-in page', async ({ page, context, system }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Leave this page now' }).click();
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('so does the button, before anybody signed in', async ({ page, context, system }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('without network the same is deleted, and the page is blank', async ({ page, context, signIn, system }) => {
  await signIn(page);
  await fillStorage(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('about:blank');
  await context.setOffline(false);
  // The browser may still be deleting: without network it does so after the page has gone.
  await expect.poll(() => leftovers(context, system.url)).toEqual({ ...nothing, cookies: ['haven-session'] });
  expect(await historyOf(page, system.url)).toEqual([signInPage]);
  // The remaining cookies do not restore a session.
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('#password')).toBeVisible();
});

test('Escape once, or twice too slowly, changes nothing', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn(page);
  await page.keyboard.press('Escape');
  await page.clock.fastForward(1_500);
  await page.keyboard.press('Escape');
  await expect(screenOf(page)).toBeVisible();
});
