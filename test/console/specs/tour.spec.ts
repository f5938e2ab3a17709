import { roles } from '../../src/harness/tokens.js';
import { expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { newShelter, openBeds } from '../harness/beds.js';
import { expect, screenOf, test } from '../harness/console-test.js';

for (const role of roles.filter((one) => one !== 'PROVIDER'))
  test(`${role} is shown around the demo once, in five steps at most, each of which points at something`, async ({ page, signIn }) => {
    await signIn(page, '/', role);
    await screenOf(page).waitFor();
    const offer = page.locator('.content > .banner');
    await expect(offer).toContainText('This directory is a demo');
    await offer.getByRole('button', { name: 'Show me around' }).click();
    await expect(offer).toBeHidden();
    const tour = page.locator('.tour');
    let steps = 1;
    for (; ; steps += 1) {
      await expect(tour).toBeFocused();
      await expect(tour).toContainText(`Step ${steps} of `);
      await expect(page.locator('[data-tour-here]')).toBeVisible();
      const next = tour.getByRole('button', { name: 'Next' });
      if (!(await next.isVisible())) break;
      await next.click();
    }
    expect(steps).toBeLessThanOrEqual(5);
    await tour.getByRole('button', { name: 'End the tour' }).click();
    await expect(tour).toBeHidden();
    await expect(page.locator('[data-tour-here]')).toHaveCount(0);
  });

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale, reducedMotion: 'reduce' });

    test("each step is accessible, on a shelter's phone too", async ({ page, system }) => {
      const shelter = await newShelter(system);
      await openBeds(page, shelter.account);
      await page.locator('.content > .banner .button').first().click();
      const tour = page.locator('.tour');
      for (let step = 1; step <= 5; step += 1) {
        await expect(tour).toBeFocused();
        await expect(page.locator('[data-tour-here]')).toBeVisible();
        await expectAccessibleIn(page, phoneAndDesk);
        await tour.locator('.button').first().click();
      }
      await expect(tour).toBeHidden();
    });
  });
