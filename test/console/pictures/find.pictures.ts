import { fileURLToPath } from 'node:url';
import { test } from '../harness/console-test.js';
import { ask, find, mother } from '../harness/find.js';

const folder = process.env['HAVEN_PICTURES'] ?? fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const views = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

for (const [view, size] of Object.entries(views))
  for (const locale of ['en-GB', 'ar'])
    test.describe(`${view}, ${locale}`, () => {
      test.use({ viewport: size, locale });

      test('finding a place', async ({ page, signIn }) => {
        await signIn(page, '/find', 'HOTLINE');
        await ask(page, mother);
        if (view === 'phone') await find(page).entries.first().scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${folder}/find-${view}-${locale.slice(0, 2)}.png` });
      });
    });
