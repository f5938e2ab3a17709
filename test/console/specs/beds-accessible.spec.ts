import type { BrowserContext, Page } from '@playwright/test';
import { everyView, expectAccessibleIn } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { newShelter, openBeds, reloadOffline, type Shelter } from '../harness/beds.js';

/** Every state of the screen, in turn; works in any language. */
async function eachState(page: Page, context: BrowserContext, shelter: Shelter, look: () => Promise<void>): Promise<void> {
  test.slow();
  await page.locator('.stay').first().waitFor();
  await look();
  for (const summary of await page.locator('.beds summary').all()) await summary.click();
  await look();
  await page.locator('.stepper-button').nth(1).click();
  await page.locator('.all-right .button').click();
  await page.locator('.stay .button').first().click();
  await look();
  await context.setOffline(true);
  await page.locator('.room').last().locator('.stepper-button').nth(1).click();
  await page.locator('.beds > .banner-warning').waitFor();
  await look();
  const [, second] = await shelter.pools();
  await shelter.count(second!.name, 4);
  await context.setOffline(false);
  await page.locator('.room .choices').waitFor();
  await look();
  await reloadOffline(page, context);
  await look();
  await context.setOffline(false);
}

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale });

    test('every state is accessible, at each width', async ({ page, context, system }) => {
      const shelter = await newShelter(system);
      await shelter.expectGuest();
      await openBeds(page, shelter.account);
      await eachState(page, context, shelter, () => expectAccessibleIn(page, everyView));
    });
  });

test('touch targets are large, and the keyboard goes from − over the number to +', async ({ page, system }) => {
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
