import type { Page } from '@playwright/test';
import { fillSignIn, type Account } from '../harness/accounts.js';
import { expect, test } from '../harness/console-test.js';

/** Signs in again in the window that the console opens for it. */
async function signInAgain(page: Page, who: Account): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const window = await opened;
  const closed = window.waitForEvent('close');
  await fillSignIn(window, who);
  await closed;
}

test('a session that ends keeps the screen, and goes on after signing in again in a window', async ({
  page,
  context,
  signIn,
  accounts,
}) => {
  await page.clock.install();
  await signIn(page);
  const elsewhere = await context.newPage();
  await elsewhere.goto('/oidc/session/end');
  await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
  await elsewhere.getByText('You are signed out.').waitFor();
  await elsewhere.close();
  await page.clock.fastForward(6 * 60_000);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page.getByText('Caseworker')).toBeVisible();
  await signInAgain(page, accounts.CASEWORKER);
  await expect(page.getByText('Your session has ended.')).toBeHidden();
  await expect(page.getByText('Caseworker')).toBeVisible();
});

test('somebody else who signs in in that window gets a screen of their own', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page);
  await page.clock.fastForward(11 * 60_000);
  await signInAgain(page, accounts.HOTLINE);
  await expect(page.getByText('Hotline')).toBeVisible();
  await expect(page.getByText('Caseworker')).toBeHidden();
});

test('the screen locks after minutes without use, and what is behind it is out of sight and reach', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page);
  await page.clock.fastForward(11 * 60_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Caseworker')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await signInAgain(page, accounts.CASEWORKER);
  await expect(page.getByText('Caseworker')).toBeVisible();
});

test('a locked screen that is loaded again asks for the password', async ({ page, context, signIn }) => {
  await page.clock.install();
  await signIn(page);
  const ended = page.waitForResponse((response) => response.url().includes('/oidc/session/end'));
  await page.clock.fastForward(11 * 60_000);
  await ended;
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).not.toContain('haven-session');
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('#password')).toBeVisible();
});

test('a page that is loaded again goes on without the password, while the session lasts', async ({ page, signIn }) => {
  await signIn(page);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Caseworker')).toBeVisible();
});

test('a provider that cannot be reached is named as that', async ({ page, context, system }) => {
  await context.route(`${system.url}/oidc/**`, (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('The sign-in page cannot be reached.');
});
