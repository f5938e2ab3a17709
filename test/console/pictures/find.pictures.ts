import { test } from '../harness/console-test.js';
import { ask, find, mother } from '../harness/find.js';
import { eachView } from './each-view.js';

eachView((view, fileOf) =>
  test('finding a place', async ({ page, signIn }) => {
    await signIn(page, '/find', 'HOTLINE');
    await page.locator('.content > .banner .button-quiet').click();
    await ask(page, mother);
    if (view === 'phone') await find(page).entries.first().scrollIntoViewIfNeeded();
    // The map is drawn after the list, by a worker.
    else await page.waitForTimeout(4_000);
    await page.screenshot({ path: fileOf('find') });
  }),
);
