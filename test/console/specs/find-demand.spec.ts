import { expect, test } from '../harness/console-test.js';
import { ask, find, followInputs, mother } from '../harness/find.js';

test('a query counts as demand once, when the user acts on its answer, and never while typing', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await page.locator('.find-more summary').click();
  await page.getByRole('button', { name: '300 km' }).click();
  await expect(page.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  expect(sent('RecordDemand')).toEqual([]);
  await page.locator('.entry .why summary').first().click();
  await expect.poll(() => sent('RecordDemand').length).toBe(1);
  expect(sent('RecordDemand')[0]).toContain('"record":true');
  await page.getByRole('button', { name: '100 km' }).click();
  await find(page).holds.first().click();
  await expect(find(page).held.getByRole('timer')).toBeVisible();
  await find(page).held.getByRole('button', { name: 'Release the bed' }).click();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Start again' }).click();
  expect(sent('RecordDemand')).toHaveLength(1);
  // The next caller needs a bed of their own.
  await ask(page, mother);
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect.poll(() => sent('RecordDemand').length).toBe(2);
  expect(sent('FindMatches').filter((input) => input.includes('record'))).toEqual([]);
});

test('a search in vain counts when the screen starts again', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, { ...mother, place: 'Tebingtinggi' });
  await page.locator('.find-more summary').click();
  await page.getByRole('button', { name: '25 km' }).click();
  await expect(page.getByText('No place near Tebingtinggi offers this.')).toBeVisible();
  await expect(page.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  expect(sent('RecordDemand')).toEqual([]);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect.poll(() => sent('RecordDemand').length).toBe(1);
  // An empty screen sends no query.
  await page.getByRole('button', { name: 'Start again' }).click();
  expect(sent('RecordDemand')).toHaveLength(1);
});
