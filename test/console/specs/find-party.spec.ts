import type { Page } from '@playwright/test';
import { expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { ask, find, followInputs, mother } from '../harness/find.js';

const asked = (page: Page) => page.locator('.ask-carers');

test('the carer of a child is asked once, answered in one press, and sent with the query and the hold', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  expect(sent('FindMatches').at(-1)).not.toContain('carerId');
  await expect(asked(page)).toHaveText(/Who cares for Boy, 3\?/);
  await expect(page.locator('.entries').getByText(/who cares for each child/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Woman, 24', exact: true }).click();
  await expect(asked(page)).toHaveCount(0);
  await expect(page.locator('.find-answers')).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Who cares for Boy, 3?' })).toHaveValue('0');
  await expect.poll(() => sent('FindMatches').at(-1)).toContain('"age":3,"carerId":"0"');
  await expect(page.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  await find(page).holds.first().click();
  await expect(find(page).held.getByRole('timer')).toBeVisible();
  expect(sent('HoldForParty').at(-1)).toContain('"age":3,"carerId":"0"');
  await find(page).held.getByRole('button', { name: 'Release the bed' }).click();
});

test('several children have one answer, or one each, by keyboard; equal names are numbered', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, { ...mother, party: 'woman 40, girl 16, boy 2, boy 2' });
  await expect(asked(page).first()).toHaveText(/Who cares for all of the children\?/);
  const baby = page.getByRole('combobox', { name: 'Who cares for Boy, 2 (1)?' });
  await baby.focus();
  await page.keyboard.type('cared for by Girl');
  await page.keyboard.press('Tab');
  await expect(baby).toHaveValue('1');
  // A person in somebody's care cannot care for them.
  await expect(page.getByRole('combobox', { name: 'Who cares for Girl, 16?' }).getByRole('option')).toHaveText([
    'carer not known yet',
    'cared for by Woman, 40',
    'cared for by Boy, 2 (2)',
  ]);
  await asked(page).first().getByRole('button', { name: 'Woman, 40' }).click();
  await expect(asked(page)).toHaveCount(0);
  await expect.poll(() => sent('FindMatches').at(-1)).toMatch(/"age":16,"carerId":"0".+"age":2,"carerId":"1".+"age":2,"carerId":"0"/);
  // A removed person is nobody's carer any more; the others keep their carers.
  await page.getByRole('button', { name: 'Remove Woman, 40' }).click();
  await expect(page.getByRole('combobox', { name: 'Who cares for Boy, 2 (1)?' })).toHaveValue('0');
  await expect(page.getByRole('combobox', { name: 'Who cares for Boy, 2 (2)?' })).toHaveValue('');
});

test('each need is sent once for each member who has it; child protection is for a child', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, { ...mother, party: 'woman 24, girl 9' });
  await page.getByRole('button', { name: 'Child protection' }).click();
  const forWhom = page.getByRole('group', { name: 'Child protection: for whom?' });
  await expect(forWhom.getByRole('button', { name: 'Girl, 9', pressed: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Child protection · Girl, 9' })).toBeVisible();
  expect(sent('FindMatches').at(-1)).toContain('{"category":"CHILD_PROTECTION","for":"1"}');
  await forWhom.getByRole('button', { name: 'Woman, 24' }).click();
  await expect(page.getByRole('heading', { name: 'Child protection · Woman, 24' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Child protection · Girl, 9' })).toBeVisible();
});

test('sends the requirements on the interpreter', async ({ page, signIn }) => {
  const sent = followInputs(page);
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  expect(sent('FindMatches').at(-1)).not.toContain('interpreter');
  await page.getByText('Interpreter: anyone').click();
  await page.getByRole('button', { name: 'a woman' }).click();
  await page.getByRole('button', { name: 'by phone only' }).click();
  await expect(page.getByText('Interpreter: a woman · by phone only')).toBeVisible();
  await expect.poll(() => sent('FindMatches').at(-1)).toContain('"byPhoneOnly":true,"genders":["WOMAN"],"language":"id"');
});

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale, reducedMotion: 'reduce' });

    test('a party with children, and the question about their carers, are accessible', async ({ page, signIn }) => {
      await signIn(page, '/find', 'HOTLINE');
      await ask(page, { ...mother, party: 'woman 40, girl 16, boy 2' });
      await page.locator('.find-needs .chip-choice').nth(1).click();
      await page.locator('.find-interpreter summary').click();
      await page.locator('.find-interpreter .chip-choice').first().click();
      await asked(page).first().waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
    });
  });
