import { test } from '../harness/console-test.js';
import { newShelter, openBeds } from '../harness/beds.js';
import { send } from '../harness/open-shelter.js';
import { eachView } from './each-view.js';

eachView((view, fileOf) =>
  test('counting beds', async ({ page, system }) => {
    const shelter = await newShelter(system, { Garden: 8, Harbour: 4 }, 'Juniper House');
    const { id } = await shelter.expectGuest();
    await openBeds(page, shelter.account);
    await page.locator('.stay').waitFor();
    await page.locator('.content > .banner .button-quiet').click();
    // On a phone the first room fills the screen: a room and the one button for all are the whole work.
    if (view === 'phone') await page.locator('.all-right').evaluate((button) => button.scrollIntoView({ block: 'end' }));
    await page.screenshot({ path: fileOf('beds') });
    // What is held would be in other pictures.
    await send(system, 'releaseHold', { holdId: id, expectedVersion: 1 });
  }),
);
