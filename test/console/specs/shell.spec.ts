import { expect, screenOf, test } from '../harness/console-test.js';

test('shows who is signed in, keeps nothing of it, and leaves no trace in the history', async ({ page, signIn }) => {
  await signIn(page);
  await expect(screenOf(page)).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(await page.evaluate(() => [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })])).toEqual(['{}', '{}']);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(3);
});

test('switches the language at once, also to right-to-left', async ({ page, signIn }) => {
  await signIn(page);
  await page.locator('.language select').selectOption('ar');
  await expect(page.getByRole('button', { name: 'المغادرة الآن' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
});

test('opens without network from the service worker, and says so', async ({ page, context, signIn }) => {
  await signIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('No network.')).toBeVisible();
  await context.setOffline(false);
});

test('keeps only its own files, never an answer', async ({ page, signIn }) => {
  await signIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
});

for (const role of ['HOTLINE', 'PROVIDER', 'COORDINATOR'] as const)
  test(`on a narrow phone the exit and the whole menu of ${role} are in sight in every language`, async ({ page, signIn }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, '/', role);
    const outOfSight = [];
    for (const code of await page
      .locator('.language option')
      .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value))) {
      await page.locator('.language select').selectOption(code);
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      const hidden = await page
        .locator('.header .exit, .menu > *')
        .evaluateAll((items) =>
          items
            .filter((item) => item.getBoundingClientRect().left < 0 || item.getBoundingClientRect().right > innerWidth)
            .map(({ textContent }) => textContent),
        );
      outOfSight.push(...hidden.map((text) => `${code}: ${text}`));
    }
    expect(outOfSight).toEqual([]);
  });

test('skips to the content by keyboard', async ({ page, signIn }) => {
  await signIn(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('sends requests to no other address than its own', async ({ page }) => {
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
});
