import { roles } from '../../src/harness/tokens.js';
import { fillSignIn } from '../harness/accounts.js';
import { expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { expect, screenOf, test } from '../harness/console-test.js';

const starts = { HOTLINE: 'Find', CASEWORKER: 'Find', PROVIDER: 'Beds', COORDINATOR: 'Find', AUDITOR: 'Signed in' };

for (const role of roles)
  test(`${role} signs in, sees where the work starts, and signs out for good`, async ({ page, context, signIn }) => {
    await signIn(page, '/', role);
    await expect(screenOf(page)).toHaveText(starts[role]);
    const ended = page.waitForResponse((response) => response.url().includes('/oidc/session/end'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await ended;
    await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).not.toContain('haven-session');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('#password')).toBeVisible();
  });

test('a wrong password is reported on the page, and the right one continues', async ({ page, accounts }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await fillSignIn(page, { ...accounts.AUDITOR, password: 'not the password' });
  await expect(page.getByRole('alert')).toBeVisible();
  await fillSignIn(page, accounts.AUDITOR);
  await expect(page.getByText('Auditor')).toBeVisible();
});

test('by keyboard alone', async ({ page, accounts }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#name').focus();
  await page.keyboard.type(accounts.HOTLINE.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(accounts.HOTLINE.password);
  await page.keyboard.press('Enter');
  await expect(screenOf(page)).toHaveText('Find');
});

test('the sign-in page uses the language chosen in the console', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Language').selectOption('th');
  await page.locator('.sign-in .button-main').click();
  await page.locator('#password').waitFor();
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
});

test('the console at another name of this machine redirects to its address', async ({ page, system, watched }) => {
  const there = new URL(system.url);
  there.hostname = '127.0.0.1';
  await page.goto(`${there.origin}/start`);
  await page.waitForURL(`${system.url}/start`);
  // It requested only the page and its files there.
  expect(new Set(watched.foreign.splice(0))).toEqual(new Set([there.host]));
});

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale });

    test('the pages of the provider are accessible', async ({ page, accounts }) => {
      const look = () => expectAccessibleIn(page, phoneAndDesk);
      await page.goto('/');
      await page.locator('.sign-in .button-main').click();
      await page.locator('#password').waitFor();
      await look();
      await fillSignIn(page, { ...accounts.COORDINATOR, password: 'not the password' });
      await page.locator('#problem').waitFor();
      await look();
      await fillSignIn(page, accounts.COORDINATOR);
      await page.getByRole('navigation').waitFor();
      await page.goto('/oidc/session/end');
      await look();
      await page.locator('button[value=here]').click();
      await page.waitForURL('**/session/end/success');
      await look();
      await page.goto('/oidc/auth');
      await look();
      await page.goto('/sign-in/link/unknown');
      await look();
    });
  });
