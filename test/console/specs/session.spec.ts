import { fillSignIn } from '../harness/accounts.js';
import { expect, screenOf, test } from '../harness/console-test.js';
import { operationOf } from '../harness/find.js';
import { endSession, signInAgain } from '../harness/session.js';

test('an expired session keeps the screen, and continues after signing in again in a window', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page);
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(screenOf(page)).toBeVisible();
  await signInAgain(page, accounts.CASEWORKER);
  await expect(page.getByText('Your session has ended.')).toBeHidden();
  await expect(screenOf(page)).toBeVisible();
});

test('another user who signs in in that window gets a new screen', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page);
  await page.clock.fastForward(11 * 60_000);
  await signInAgain(page, accounts.AUDITOR);
  await expect(page.getByText('Auditor')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Find' })).toBeHidden();
});

test('the screen locks after minutes without use, and the content behind it is hidden and inert', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page);
  await page.clock.fastForward(11 * 60_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(screenOf(page)).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await signInAgain(page, accounts.CASEWORKER);
  await expect(screenOf(page)).toBeVisible();
});

test('a locked screen asks for the password after a reload', async ({ page, context, signIn }) => {
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

test('a screen that locked itself without network asks for the password after a reload', async ({ page, context, signIn }) => {
  await page.clock.install();
  await signIn(page);
  await context.setOffline(true);
  await page.clock.fastForward(11 * 60_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['haven-session']);
  await context.setOffline(false);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('#password')).toBeVisible();
});

test('a reloaded page continues without the password while the session lasts', async ({ page, signIn }) => {
  await signIn(page);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(screenOf(page)).toBeVisible();
});

test('an unreachable provider is reported', async ({ page, context, system }) => {
  await context.route(`${system.url}/oidc/**`, (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('The sign-in page cannot be reached.');
});

test('goes on by itself if a token is refused although the session lasts', async ({ page, accounts }) => {
  let refused = 0;
  await page.route('**/graphql', (route) => {
    if (operationOf(route.request()) !== 'WhoAmI' || refused++ > 0) return route.fallback();
    return route.fulfill({ status: 401, json: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } });
  });
  await page.goto('/');
  await page.locator('.sign-in .button-main').click();
  await fillSignIn(page, accounts.HOTLINE);
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(refused).toBeGreaterThan(1);
});
