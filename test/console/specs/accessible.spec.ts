import { expectAccessible } from '../harness/axe.js';
import { test } from '../harness/console-test.js';
import { endSession, tokenLifeMilliseconds } from '../harness/session.js';

const views = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['en-GB', 'ar'])
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale });

      test('every state of the shell can be used by everybody, at each width', async ({ page, context, signIn }) => {
        await page.clock.install();
        for (const view of views) {
          await page.setViewportSize(view);
          await page.goto('/');
          await page.locator('.sign-in').waitFor();
          await expectAccessible(page);
          await signIn(page);
          await expectAccessible(page);
          await context.setOffline(true);
          await page.locator('.banner-warning').waitFor();
          await expectAccessible(page);
          await context.setOffline(false);
          await endSession(context);
          await page.clock.fastForward(tokenLifeMilliseconds);
          await page.locator('.notices [role=alert]').waitFor();
          await expectAccessible(page);
          await page.clock.fastForward(11 * 60_000);
          await page.locator('#locked').waitFor();
          await expectAccessible(page);
        }
      });
    });

for (const zoom of [2, 4])
  test(`at ${zoom * 100} % everything stays within the width`, async ({ page, signIn }) => {
    await page.setViewportSize({ width: 1280 / zoom, height: 800 / zoom });
    await signIn(page);
    await expectAccessible(page);
  });
