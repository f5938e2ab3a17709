import { expect, test } from '../harness/console-test.js';
import { fillGroup, goOn } from '../harness/group.js';
import { closeShelters, hold, longyearbyen, openShelter, send, woman } from '../harness/open-shelter.js';
import { eachView } from './each-view.js';

const family = [woman, { gender: 'WOMAN', age: 9 }, { gender: 'MAN', age: 3 }];

test.beforeAll(async ({ system }) => {
  const melati = await openShelter(system, { name: 'Rumah Melati', total: 5 });
  await hold(system, melati, { party: family, beds: 3, minutes: 200 });
  const stays = await hold(system, melati);
  await send(system, 'confirmHold', { holdId: stays.id, expectedVersion: stays.version });
  const lotus = await openShelter(system, { name: 'Lotus House', total: 1, isConfidential: true });
  const intake = { serviceId: lotus.serviceId, expectedVersion: 0, requiresAcceptance: true, acceptanceMinutes: 60 };
  await send(system, 'setIntake', intake, lotus.staff);
  await hold(system, lotus);
  await send(system, 'joinWaitlist', { serviceId: lotus.serviceId, party: [woman] });
  await openShelter(system, { name: 'North House', total: 3, at: longyearbyen });
  await openShelter(system, { name: 'Harbour Home', total: 2, at: longyearbyen });
});
test.afterAll(({ system }) => closeShelters(system));

eachView((_, fileOf) => {
  test('the holds, and their printed sheet', async ({ page, signIn }) => {
    await signIn(page, '/holds');
    await expect(page.getByRole('article', { name: /Melati|Lotus/ })).toHaveCount(4);
    await page.screenshot({ path: fileOf('holds'), fullPage: true });
    await page.locator('.holds-ways .button').nth(2).click();
    await page.getByText('Lotus House').waitFor();
    await page.screenshot({ path: fileOf('holds-sheet'), fullPage: true });
  });

  test('a group', async ({ page, signIn }) => {
    await signIn(page, '/holds');
    await fillGroup(page, ['woman 30, boy 3', 'woman 24, woman 26']);
    await goOn(page);
    await page.getByRole('article').nth(1).waitFor();
    await page.screenshot({ path: fileOf('holds-group'), fullPage: true });
  });
});
