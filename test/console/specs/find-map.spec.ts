import { askForFamily, openApart } from '../harness/apart.js';
import { expect, test } from '../harness/console-test.js';
import { ask, find, mother } from '../harness/find.js';
import { closeShelters } from '../harness/open-shelter.js';

const desk = { width: 1280, height: 800 };

test('on a phone the map is fetched only on demand', async ({ page, signIn }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const ofMap = () => fetched.filter((path) => /\/assets\/(map|countries)/.test(path));
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(ofMap()).toEqual([]);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(page.locator('.map-spot').first()).toBeVisible();
  expect(ofMap().length).toBeGreaterThan(2);
});

test('each match is on the map with its number, a confidential one as an area', async ({ page, signIn }) => {
  await page.setViewportSize(desk);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await expect(page.locator('.map-spot').first()).toBeVisible();
  const numbersIn = async (spots: string) => (await page.locator(spots).allTextContents()).flatMap((text) => text.split(' · ')).toSorted();
  const numbersOf = async (kind: 'has' | 'hasNot') =>
    (
      await find(page)
        .entries.filter({ [`${kind}Text`]: 'Address confidential' })
        .locator('.entry-number')
        .allTextContents()
    ).toSorted();
  expect(await numbersIn('.map-spot-area')).toEqual(await numbersOf('has'));
  expect(await numbersIn('.map-spot:not(.map-spot-area)')).toEqual(await numbersOf('hasNot'));
});

test('so are the places of a party in parts', async ({ page, signIn, system }) => {
  const id = crypto.randomUUID().slice(0, 6);
  await openApart(system, { women: `Tern house ${id}`, men: `Skua house ${id}` });
  await page.setViewportSize(desk);
  await signIn(page, '/find', 'HOTLINE');
  await askForFamily(page);
  await page.locator('.ask-carers').getByRole('button', { name: 'Woman, 31' }).click();
  await expect(page.locator('.split .entry-number:visible')).toHaveText(['1', '2']);
  await expect(page.locator('.map-spot')).toHaveText(['1', '2']);
  await page.locator('.find-party .chip-remove').last().click();
  await expect(page.locator('.split')).toHaveCount(0);
  await expect(page.locator('.map-spot')).toHaveText(['1']);
  await closeShelters(system);
});

test('a click says where the person is, and an area to keep away from is drawn', async ({ page, signIn }) => {
  await page.setViewportSize(desk);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await expect(page.locator('.map-origin')).toHaveText('Medan');
  const box = (await page.locator('.map').boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 60);
  await expect(find(page).place).toHaveValue('a point on the map');
  await expect(page.locator('.map-origin')).toHaveText('a point on the map');
  await page.getByRole('button', { name: 'Draw an area to keep away from' }).click();
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 240, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/1 area to keep away from$/)).toBeVisible();
  await page.locator('.find-more summary').click();
  await expect(page.getByText(/\d+ km around a point on the map/)).toBeVisible();
  // The drawing mode is over: the next click sets the location again.
  await expect(page.getByText('Click on the map where the person is.')).toBeVisible();
});

test('the list is complete if the map cannot be drawn', async ({ page, signIn }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.setViewportSize(desk);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await expect(page.getByText('This device cannot draw the map.')).toBeVisible();
  await find(page).holds.first().click();
  await expect(find(page).held.getByRole('timer')).toBeVisible();
});

test('the list is complete if the map cannot be fetched', async ({ page, context, signIn }) => {
  await context.route('**/assets/countries*', (route) => route.abort());
  await page.setViewportSize(desk);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await expect(page.getByText('This device cannot draw the map.')).toBeVisible();
  await expect(find(page).holds.first()).toBeVisible();
});
