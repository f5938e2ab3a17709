import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { newShelter, openBeds, type Shelter } from '../harness/beds.js';

/** Every state of the screen, in turn; works in any language. */
async function eachState(page: Page, context: BrowserContext, shelter: Shelter, look: (state: string) => Promise<void>): Promise<void> {
  test.slow();
  await page.locator('.stay').first().waitFor();
  await look('rooms');
  for (const summary of await page.locator('.beds summary').all()) await summary.click();
  await look('open');
  await page.locator('.stepper-button').nth(1).click();
  await page.locator('.all-right .button').click();
  await page.locator('.stay .button').first().click();
  await look('undo');
  await context.setOffline(true);
  await page.locator('.room').last().locator('.stepper-button').nth(1).click();
  await page.locator('.beds > .banner-warning').waitFor();
  await look('offline');
  const [, second] = await shelter.pools();
  await shelter.count(second!.name, 4);
  await context.setOffline(false);
  await page.locator('.room .choices').waitFor();
  await look('conflict');
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['en-GB', 'ar'])
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale });

      for (const width of [360, 1280])
        test(`every state can be used by everybody at ${width} px`, async ({ page, context, system }) => {
          const shelter = await newShelter(system);
          await shelter.expectGuest();
          await page.setViewportSize({ width, height: 740 });
          await openBeds(page, shelter.account);
          await eachState(page, context, shelter, () => expectAccessible(page));
        });
    });

for (const zoom of [2, 4])
  test(`at ${zoom * 100} % everything stays within the width`, async ({ page, context, system }) => {
    const shelter = await newShelter(system);
    await shelter.expectGuest();
    await page.setViewportSize({ width: 1280 / zoom, height: 800 / zoom });
    await openBeds(page, shelter.account);
    await eachState(page, context, shelter, () => expectAccessible(page));
  });

test('what a thumb hits is large, and the keyboard goes from − over the number to +', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await page.setViewportSize({ width: 360, height: 740 });
  await openBeds(page, shelter.account);
  const small = await page
    .locator('.beds button:visible')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.getBoundingClientRect().height < 48 || button.getBoundingClientRect().width < 48)
        .map(({ textContent }) => textContent),
    );
  expect(small).toEqual([]);
  await page.locator('.stepper-button').first().focus();
  for (const role of ['spinbutton', null]) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(role);
  }
});
