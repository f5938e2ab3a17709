import type { Page } from '@playwright/test';
import { expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { fillGroup, goOn, propose } from '../harness/group.js';
import { closeShelters, hold, longyearbyen, openShelter, send, type SpecShelter } from '../harness/open-shelter.js';
import { endSession, signInAgain } from '../harness/session.js';

test.afterEach(({ system }) => closeShelters(system));

test('a plan is corrected and held with one confirmation, all or nothing', async ({ page, signIn, system }) => {
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
  // All to the large house, where somebody takes a bed meanwhile.
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
  // The entered people are gone.
  await page.getByRole('button', { name: 'Place a group' }).click();
  await expect(page.getByText('Woman, 30')).toHaveCount(0);
});

test('parties without a place are named before anything is held', async ({ page, signIn, system }) => {
  const only = await openShelter(system, { name: `Only house ${crypto.randomUUID().slice(0, 6)}`, total: 1, at: longyearbyen });
  await signIn(page, '/holds');
  await fillGroup(page, ['woman 30', 'woman 40']);
  await propose(page, [only]);
  await expect(page.getByRole('alert')).toContainText('Without a place: 1');
  await page.getByRole('button', { name: 'Hold all of these' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Without a place: 1');
});

/** Proposes and holds a party of one woman for each shelter, in any language. */
async function holdOneEach(page: Page, shelters: readonly SpecShelter[]): Promise<void> {
  await fillGroup(
    page,
    shelters.map((_, n) => `woman ${30 + n}`),
  );
  await propose(page, shelters);
  const choices = page.locator('.group-choice select');
  for (const [n, { serviceId }] of shelters.entries()) await choices.nth(n).selectOption({ value: serviceId });
  await goOn(page);
  await page.getByRole('alertdialog').locator('.button-main').click();
}

test('each place of a group shows whom to call, and no bed is called sure before the shelter says yes', async ({
  page,
  signIn,
  system,
}) => {
  const named = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
  const sure = await openShelter(system, { name: named('Sure house'), at: longyearbyen });
  const asked = await openShelter(system, { name: named('Asked house'), at: longyearbyen });
  await send(system, 'setIntake', { serviceId: asked.serviceId, expectedVersion: 0, requiresAcceptance: true }, asked.staff);
  await signIn(page, '/holds');
  await holdOneEach(page, [sure, asked]);
  const place = ({ name }: SpecShelter) => page.getByRole('article', { name });
  await expect(page.getByRole('alert')).toContainText('Not all of these beds are sure.');
  for (const one of [sure, asked]) {
    await expect(place(one).getByRole('link', { name: `Call ${one.name}: +672 000 111 2222` })).toBeVisible();
    await expect(place(one).locator('.hold-code')).toHaveText(/^[A-Z0-9]{3}-/);
  }
  await expect(place(asked)).toContainText('The shelter must say yes by');
  await expect(place(sure)).toContainText('Held until');
  const { activeHolds } = await system.query<{ activeHolds: { id: string; version: number }[] }>(
    'query ($id: ID!) { activeHolds(serviceId: $id) { id version } }',
    { id: asked.serviceId },
  );
  const [held] = activeHolds;
  await send(system, 'acceptHold', { holdId: held!.id, expectedVersion: held!.version }, asked.staff);
  await expect(page.getByRole('alert')).toContainText('All beds are held.');
  await expect(place(asked)).toContainText('Held until');
});

test('a session that expires in the middle of a group loses nothing', async ({ page, signIn, system, accounts }) => {
  const home = await openShelter(system, { name: `Kept house ${crypto.randomUUID().slice(0, 6)}`, total: 4, at: longyearbyen });
  await page.clock.install();
  await signIn(page, '/holds');
  await fillGroup(page, ['woman 30, boy 3', 'woman 40']);
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await signInAgain(page, accounts.CASEWORKER);
  await expect(page.getByText('Your session has ended.')).toBeHidden();
  await expect(page.getByText('Boy, 3')).toBeVisible();
  await propose(page, [home]);
  await expect(page.getByRole('article', { name: 'Together, number 2' })).toContainText('Woman, 40');
});

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale });

    test('a proposal, its question and a refusal can be used by everybody', async ({ page, signIn, system }) => {
      const look = () => expectAccessibleIn(page, phoneAndDesk);
      const only = await openShelter(system, { name: `Small house ${crypto.randomUUID().slice(0, 6)}`, total: 1, at: longyearbyen });
      await signIn(page, '/holds');
      await fillGroup(page, ['woman 30', 'woman 40']);
      await propose(page, [only]);
      // Beside the select, which is too narrow for it.
      await expect(page.locator('.group-choice + p').first()).toHaveText(/house.*: \d/i);
      await look();
      await hold(system, only, {}, { role: 'CASEWORKER', organization: 'other-ngo' });
      await goOn(page);
      await look();
      await page.getByRole('alertdialog').locator('.button-main').click();
      await page.locator('.holds-form > .banner-warning').waitFor();
      await look();
    });

    test('a group that is held and not yet sure can be used by everybody', async ({ page, signIn, system }) => {
      const home = await openShelter(system, { name: `Asked house ${crypto.randomUUID().slice(0, 6)}`, total: 1, at: longyearbyen });
      await send(system, 'setIntake', { serviceId: home.serviceId, expectedVersion: 0, requiresAcceptance: true }, home.staff);
      await signIn(page, '/holds');
      await holdOneEach(page, [home]);
      await page.locator('.holds > .banner-warning').waitFor();
      await expect(page.getByRole('article', { name: home.name }).locator('.call')).toBeVisible();
      await expectAccessibleIn(page, phoneAndDesk);
    });
  });
