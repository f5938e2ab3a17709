import { expect, type Page } from '@playwright/test';
import type { SpecShelter } from './open-shelter.js';

/** Types who stays together, one party after the other, and where they are. */
export async function fillGroup(page: Page, parties: readonly string[]): Promise<void> {
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
export async function propose(page: Page, shelters: readonly SpecShelter[]): Promise<void> {
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
