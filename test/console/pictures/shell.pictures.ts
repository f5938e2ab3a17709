import { fileURLToPath } from 'node:url';
import { test } from '../harness/console-test.js';

const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const views = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

for (const [view, size] of Object.entries(views))
  for (const locale of ['en-GB', 'ar'])
    test.describe(`${view}, ${locale}`, () => {
      test.use({ viewport: size, locale });

      test('signing in', async ({ page }) => {
        await page.goto('/');
        await page.locator('.sign-in').waitFor();
        await page.screenshot({ path: `${folder}sign-in-${view}-${locale.slice(0, 2)}.png` });
      });
    });
