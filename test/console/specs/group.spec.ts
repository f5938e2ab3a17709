import type { Page } from '@playwright/test';
import { expect, test } from '../harness/console-test.js';
import { closeShelters, hold, longyearbyen, openShelter, type SpecShelter } from '../harness/open-shelter.js';

/** Types who stays together, one party after the other, and where they are. */
async function fillGroup(page: Page, parties: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Place a group' }).click();
  await page.getByRole('combobox', { name: 'Where they are' }).fill('Longyearbyen');
  await page.getByRole('option', { name: /Longyearbyen/ }).click();
  await page.getByRole('combobox', { name: 'Languages they understand' }).fill('Indonesian');
  await page.getByRole('option', { name: /Indonesian/ }).click();
  for (const [n, party] of parties.entries()) {
    if (n > 0) await page.getByRole('button', { name: 'Others who stay together' }).click();
    await page
      .getByRole('group', { name: `Together, number ${n + 1}` })
      .getByRole('textbox')
      .fill(party);
    await page.keyboard.press('Enter');
  }
}

/** Asks until the directory that matching follows has both shelters. */
async function propose(page: Page, shelters: readonly SpecShelter[]): Promise<void> {
  const first = page.getByRole('article', { name: 'Together, number 1' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Propose places' }).click();
    await expect(first).toBeVisible({ timeout: 5_000 });
    const offered = await first.getByLabel('Go to').locator('option').allTextContents();
    const missing = shelters.filter(({ name }) => !offered.some((text) => text.startsWith(name)));
    if (missing.length > 0) await page.getByRole('button', { name: 'Change who comes' }).click();
    expect(missing).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

test.afterEach(({ system }) => closeShelters(system));

test('a proposal is corrected, held with one confirmation, and told all or nothing', async ({ page, signIn, system }) => {
  const named = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
  const large = await openShelter(system, { name: named('Large house'), total: 5, at: longyearbyen });
  const small = await openShelter(system, { name: named('Small house'), total: 2, at: longyearbyen });
  await signIn(page, '/holds');
  await fillGroup(page, ['woman 30, boy 3', 'woman 40', 'woman 25, girl 5']);
  await propose(page, [large, small]);
  const party = (number: number) => page.getByRole('article', { name: `Together, number ${number}` });
  // Split: the boy would be alone, and the screen says so. Keep together: he goes with the second woman.
  await party(1).getByLabel('Move Boy, 3').selectOption('goes alone');
  await expect(party(2)).toContainText('There would be no adult with these children.');
  await party(2).getByLabel('Move Boy, 3').selectOption('goes with number 3');
  await expect(party(3)).toHaveCount(1);
  await expect(party(2)).toContainText('Boy, 3');
  // All to the large house, where a bed is taken meanwhile.
  for (const number of [1, 2, 3]) await party(number).getByLabel('Go to').selectOption({ value: large.serviceId });
  const other = await hold(system, large, {}, { role: 'CASEWORKER', organization: 'other-ngo' });
  await page.getByRole('button', { name: 'Hold all of these' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`${large.name}, people: 5`);
  await question.getByRole('button', { name: 'Hold all of these' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing is held yet' })).toBeVisible();
  await expect(page.getByText('There are not enough free beds any more.')).toBeVisible();
  expect(other.id).toBeTruthy();
  // The last ones go to the small house; now all are held.
  await party(3).getByLabel('Go to').selectOption({ value: small.serviceId });
  await page.getByRole('button', { name: 'Hold all of these' }).click();
  await question.getByRole('button', { name: 'Hold all of these' }).click();
  await expect(page.getByText('All beds are held.')).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('article', { name: large.name })).toHaveCount(2);
  await expect(page.getByRole('article', { name: small.name })).toHaveCount(1);
  // What was entered of people is gone.
  await page.getByRole('button', { name: 'Place a group' }).click();
  await expect(page.getByText('Woman, 30')).toHaveCount(0);
});

test('who has no place is said before anything is held', async ({ page, signIn, system }) => {
  const only = await openShelter(system, { name: `Only house ${crypto.randomUUID().slice(0, 6)}`, total: 1, at: longyearbyen });
  await signIn(page, '/holds');
  await fillGroup(page, ['woman 30', 'woman 40']);
  await propose(page, [only]);
  await expect(page.getByRole('alert')).toContainText('Without a place: 1');
  await page.getByRole('button', { name: 'Hold all of these' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Without a place: 1');
});
