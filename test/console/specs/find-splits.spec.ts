import { askForFamily, openApart } from '../harness/apart.js';
import { expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { followInputs } from '../harness/find.js';
import { closeShelters } from '../harness/open-shelter.js';

/** Two names that no other run has. */
function newNames() {
  const id = crypto.randomUUID().slice(0, 6);
  return { women: `Women's house ${id}`, men: `Men's house ${id}` };
}

test.afterEach(({ system }) => closeShelters(system));

test('a party that no shelter takes whole is placed in parts, and each part has its own hold', async ({ page, signIn, system }) => {
  const names = newNames();
  await openApart(system, names);
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await askForFamily(page);
  await expect(page.getByText('First say who cares for the children.')).toBeVisible();
  expect(sent('FindSplits')).toEqual([]);
  await page.locator('.ask-carers').getByRole('button', { name: 'Woman, 31' }).click();
  const parts = page.locator('.split').first().locator('.entries > li');
  await expect(parts).toHaveText([/^Woman, 31 · Boy, 7/, /^Man, 35/]);
  await expect(page.locator('.split h4').first()).toHaveText(/^In 2 places · 4\skm apart$/);
  await parts
    .nth(0)
    .getByRole('button', { name: `Hold at ${names.women}` })
    .click();
  await expect(parts.nth(0).getByRole('heading', { name: `Held at ${names.women}` })).toBeVisible();
  await expect(parts.nth(0).locator('.held')).toBeFocused();
  expect(sent('HoldForParty').at(-1)).toMatch(/"age":31.+"age":7,"carerId":"0"/);
  expect(sent('HoldForParty').at(-1)).not.toContain('"age":35');
  await parts
    .nth(1)
    .getByRole('button', { name: `Hold at ${names.men}` })
    .click();
  await expect(parts.nth(1).getByRole('heading', { name: `Held at ${names.men}` })).toBeVisible();
  expect(sent('HoldForParty').at(-1)).not.toContain('"age":7');
  // The first one is still there.
  await expect(parts.nth(0).getByRole('timer')).toBeVisible();
  await parts.nth(0).getByRole('button', { name: 'Release the bed' }).click();
  await expect(parts.nth(0).getByText(/is free for others\.$/)).toBeVisible();
  await expect(parts.nth(1).getByRole('timer')).toBeVisible();
  await parts.nth(1).getByRole('button', { name: 'Release the bed' }).click();
});

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale, reducedMotion: 'reduce' });

    test('splitting a party is accessible', async ({ page, signIn, system }) => {
      await openApart(system, newNames());
      await signIn(page, '/find', 'HOTLINE');
      await askForFamily(page);
      await expectAccessibleIn(page, phoneAndDesk);
      await page.locator('.ask-carers button').first().click();
      await page.locator('.split').first().waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.locator('.split .button-main').first().click();
      await page.locator('.split').getByRole('timer').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.locator('.split .held .button').click();
      await page.locator('.split').getByRole('alert').waitFor();
    });
  });
