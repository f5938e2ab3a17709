import { test } from '../harness/console-test.js';
import { newShelter, openBeds } from '../harness/beds.js';
import { eachView } from './each-view.js';

eachView((_, fileOf) =>
  test('counting beds', async ({ page, system }) => {
    const shelter = await newShelter(system, { Garden: 8, Harbour: 4 });
    await shelter.expectGuest();
    await openBeds(page, shelter.account);
    await page.locator('.stay').waitFor();
    await page.screenshot({ path: fileOf('beds') });
  }),
);
