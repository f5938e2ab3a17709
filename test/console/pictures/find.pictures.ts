import { askForFamily, openApart } from '../harness/apart.js';
import { test } from '../harness/console-test.js';
import { ask, find, mother } from '../harness/find.js';
import { closeShelters } from '../harness/open-shelter.js';
import { eachView } from './each-view.js';

eachView((view, fileOf) =>
  test('finding a place', async ({ page, signIn }) => {
    await signIn(page, '/find', 'HOTLINE');
    await page.locator('.content > .banner .button-quiet').click();
    await ask(page, mother);
    if (view === 'phone')
      await find(page)
        .entries.first()
        .evaluate((entry) => entry.scrollIntoView());
    // The map is drawn after the list, by a worker.
    else await page.waitForTimeout(4_000);
    await page.screenshot({ path: fileOf('find') });
  }),
);

eachView((view, fileOf) =>
  test('placing a family in parts', async ({ page, signIn, system }) => {
    await openApart(system, { women: 'Kittiwake House', men: 'Harbour Home' });
    await signIn(page, '/find', 'HOTLINE');
    await page.locator('.content > .banner .button-quiet').click();
    await askForFamily(page);
    const carers = page.locator('.ask-carers').first();
    if (view === 'phone') await carers.evaluate((question) => question.scrollIntoView());
    await page.screenshot({ path: fileOf('find-carers') });
    await carers.getByRole('button').first().click();
    const split = page.locator('.split').first();
    await split.waitFor();
    if (view === 'phone') await page.locator('.splits').evaluate((splits) => splits.scrollIntoView());
    else await page.waitForTimeout(4_000);
    await page.screenshot({ path: fileOf('find-parts') });
    await closeShelters(system);
  }),
);
