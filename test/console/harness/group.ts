import { expect, type Page } from '@playwright/test';
import type { SpecShelter } from './open-shelter.js';

/** Types who stays together, one party after the other, and where they are; in any language of the page. */
export async function fillGroup(page: Page, parties: readonly string[]): Promise<void> {
  await page.locator('.holds-ways .button').first().click();
  await page.locator('.group-place input').fill('Longyearbyen');
  await page.getByRole('option', { name: /Longyearbyen/ }).click();
  await page.locator('.find-languages input').fill('id');
  await page.keyboard.press('Enter');
  for (const [n, party] of parties.entries()) {
    if (n > 0) await page.locator('.holds-form > .hold-steps .button').first().click();
    await page.locator('.group-party').nth(n).locator('input').fill(party);
    await page.keyboard.press('Enter');
  }
}

/** Sends what was typed, or holds what is proposed. */
export const goOn = (page: Page): Promise<void> => page.locator('.holds-form > .hold-steps .button-main').click();

/** Asks until the directory that matching follows has both shelters. */
export async function propose(page: Page, shelters: readonly SpecShelter[]): Promise<void> {
  const first = page.getByRole('article').first();
  await expect(async () => {
    await goOn(page);
    await expect(first).toBeVisible({ timeout: 5_000 });
    const offered = await first.locator('.group-choice option').allTextContents();
    const missing = shelters.filter(({ name }) => !offered.some((text) => text.includes(name)));
    if (missing.length > 0) await page.locator('.holds-form > .hold-steps .button').last().click();
    expect(missing).toEqual([]);
  }).toPass({ timeout: 30_000 });
}
