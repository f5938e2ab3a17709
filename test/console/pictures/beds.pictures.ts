import { fileURLToPath } from 'node:url';
import { test } from '../harness/console-test.js';
import { newShelter, openBeds } from '../harness/beds.js';

const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const views = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

for (const [view, size] of Object.entries(views))
  for (const locale of ['en-GB', 'ar'])
    test.describe(`${view}, ${locale}`, () => {
      test.use({ viewport: size, locale });

      test('counting beds', async ({ page, system }) => {
        const shelter = await newShelter(system, { Garden: 8, Harbour: 4 });
        await shelter.expectGuest();
        await openBeds(page, shelter.account);
        await page.locator('.stay').waitFor();
        await page.screenshot({ path: `${folder}beds-${view}-${locale.slice(0, 2)}.png` });
      });
    });
