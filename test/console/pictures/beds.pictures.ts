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
    // On a phone the first room fills the screen, so this scrolls to a room and the button for all.
    if (view === 'phone') await page.locator('.all-right').evaluate((button) => button.scrollIntoView({ block: 'end' }));
    await page.screenshot({ path: fileOf('beds') });
    // Otherwise the held bed would be in other pictures.
    await send(system, 'releaseHold', { holdId: id, expectedVersion: 1 });
  }),
);
