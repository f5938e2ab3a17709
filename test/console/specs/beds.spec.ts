import { expect, test } from '../harness/console-test.js';
import { expectRecord, newShelter, openBeds, press, roomCard, signInAt, type Shelter } from '../harness/beds.js';

// A phone in one hand.
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const confirmedAt = async (shelter: Shelter) => (await shelter.pools()).map((pool) => pool.confirmedAt);

test('a count is on record at once, and undo sends the previous count', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await expect(roomCard(page, 'Garden')).toContainText('4 beds free');
  await expect(roomCard(page, 'Garden')).toContainText('Counted just now (Coordinator)');
  await press(page, 'Garden', '+', 3);
  await expect(roomCard(page, 'Garden')).toContainText('1 bed free');
  await expectRecord(shelter, 'Garden', { occupied: 5 });
  await roomCard(page, 'Garden').getByRole('button', { name: 'Undo' }).click();
  await expectRecord(shelter, 'Garden', { occupied: 2 });
  await press(page, 'Harbour', '−', 1);
  await expectRecord(shelter, 'Harbour', { occupied: 1 });
});

test('a count can be typed, in any digits, and never beyond the beds', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  const taken = roomCard(page, 'Garden').getByRole('spinbutton', { name: 'Beds taken now' });
  await taken.fill('٤');
  await taken.press('Enter');
  await expectRecord(shelter, 'Garden', { occupied: 4 });
  await taken.fill('60');
  await taken.press('Enter');
  await expect(taken).toHaveValue('6');
  await expect(roomCard(page, 'Garden')).toContainText('All beds are taken, held or out of use.');
  await expectRecord(shelter, 'Garden', { occupied: 6 });
  await taken.press('ArrowDown');
  await expectRecord(shelter, 'Garden', { occupied: 5 });
});

test('beds out of service, and all beds of a room, can be counted as well', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  const garden = roomCard(page, 'Garden');
  await garden.getByText('More about this room').click();
  await garden.getByRole('button', { name: 'One more: Beds out of use' }).click();
  await expectRecord(shelter, 'Garden', { outOfService: 1, occupied: 2, total: 6 });
  await garden.getByRole('button', { name: 'One fewer: Beds in all' }).click();
  await expectRecord(shelter, 'Garden', { outOfService: 1, occupied: 2, total: 5 });
  await expect(garden).toContainText('2 beds free');
});

test('one tap confirms every room, and is sent after the undo time', async ({ page, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  const before = await confirmedAt(shelter);
  await page.getByRole('button', { name: 'All still right' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.clock.fastForward(20_000);
  await expect(page.getByRole('button', { name: 'All still right' })).toBeVisible();
  expect(await confirmedAt(shelter)).toEqual(before);
  await page.getByRole('button', { name: 'All still right' }).click();
  await page.clock.fastForward(11_000);
  await expect
    .poll(async () => (await shelter.pools()).map(({ version, occupied }) => [version, occupied]))
    .toEqual([
      [2, 2],
      [2, 2],
    ]);
});

test('counts by others appear without a reload', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await shelter.count('Garden', 5);
  await expect(roomCard(page, 'Garden')).toContainText('1 bed free');
  await expect(roomCard(page, 'Garden')).toContainText('(Coordinator)');
});

test('a shelter without rooms shows how to create the first one', async ({ page, system }) => {
  const shelter = await newShelter(system, {});
  await page.goto('/beds');
  await signInAt(page, shelter.account);
  await expect(page.getByText('No rooms yet.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the room' }).fill('Attic');
  await page.getByRole('button', { name: 'One more: Beds in it' }).click();
  await page.getByRole('button', { name: 'Add the room' }).click();
  await expect(roomCard(page, 'Attic')).toContainText('5 beds free');
  await expectRecord(shelter, 'Attic', { total: 5, occupied: 0 });
});
