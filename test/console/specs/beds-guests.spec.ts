import type { Page } from '@playwright/test';
import { expect, test } from '../harness/console-test.js';
import { expectRecord, newShelter, openBeds, type Shelter } from '../harness/beds.js';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const stay = (page: Page, code: string) => page.locator('.stay').filter({ hasText: code });
const expectState = (shelter: Shelter, id: string, state: string) => expect.poll(() => shelter.stateOf(id)).toBe(state);

test('an expected party arrives and leaves, and the beds change with it', async ({ page, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await expect(page.getByText('Nobody is on the way to you.')).toBeVisible();
  const { id, caseReference } = await shelter.expectGuest();
  const card = stay(page, caseReference);
  await expect(card).toContainText('Woman, 18 to 59 years');
  await expect(card).toContainText('Boy, 3 to 12 years');
  await expect(card).toContainText('The bed is held until');
  await card.getByRole('button', { name: 'They are here' }).click();
  await page.clock.fastForward(11_000);
  await expectState(shelter, id, 'CONFIRMED');
  await expect(page.getByRole('heading', { name: 'Came through Haven and are here' })).toBeVisible();
  expect((await shelter.pools()).reduce((sum, { occupied }) => sum + occupied, 0)).toBe(6);
  await card.getByRole('button', { name: 'They have left' }).click();
  await page.clock.fastForward(11_000);
  await expectState(shelter, id, 'CHECKED_OUT');
  await expect(card).toBeHidden();
});

test('a step can be undone until it is sent', async ({ page, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  const { id, caseReference } = await shelter.expectGuest();
  await openBeds(page, shelter.account);
  const card = stay(page, caseReference);
  await card.getByRole('button', { name: 'We cannot take them' }).click();
  await expect(card).toContainText('You cannot take them.');
  await card.getByRole('button', { name: 'Undo' }).click();
  await page.clock.fastForward(20_000);
  await expect(card.getByRole('button', { name: 'They are here' })).toBeVisible();
  expect(await shelter.stateOf(id)).toBe('HELD');
});

test('a hold that the shelter has to accept comes first, with the time left', async ({ page, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  await shelter.requireAcceptance();
  const { id, caseReference } = await shelter.expectGuest();
  await openBeds(page, shelter.account);
  await expect(page.getByRole('heading', { name: 'Waiting for your answer' })).toBeVisible();
  const card = stay(page, caseReference);
  await expect(card).toContainText('Say yes or no by');
  await card.getByRole('button', { name: 'Yes, they can come' }).click();
  await page.clock.fastForward(11_000);
  await expect(card.getByRole('button', { name: 'They are here' })).toBeVisible();
  const second = await shelter.expectGuest();
  await stay(page, second.caseReference).getByRole('button', { name: 'We cannot take them' }).click();
  await page.clock.fastForward(11_000);
  await expectState(shelter, second.id, 'DECLINED');
  expect(await shelter.stateOf(id)).toBe('HELD');
});

test('a late step is reported, and the screen is updated', async ({ page, context, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  const { id, caseReference } = await shelter.expectGuest();
  await openBeds(page, shelter.account);
  const card = stay(page, caseReference);
  await card.waitFor();
  await context.setOffline(true);
  await card.getByRole('button', { name: 'They are here' }).click();
  await page.clock.fastForward(11_000);
  await system.query(
    'mutation ($input: HoldTransitionInput!) { releaseHold(input: $input) { __typename } }',
    { input: { idempotencyKey: id, holdId: id, expectedVersion: 1 } },
    'CASEWORKER',
  );
  await context.setOffline(false);
  await expect(card).toBeHidden();
  expect(await shelter.stateOf(id)).toBe('RELEASED');
});

test('intake closes with a reason and an end, and opens again', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await page.getByText('Take nobody new for a while').click();
  const save = page.getByRole('button', { name: 'Take nobody new', exact: true });
  await page.getByRole('button', { name: 'Illness in the house' }).click();
  await expect(save).toBeDisabled();
  await page.getByRole('group', { name: 'You open again' }).getByRole('button', { name: 'in 12 hours' }).click();
  await save.click();
  await expect(page.getByText('You take nobody new.')).toBeVisible();
  const closed = await shelter.intake();
  expect(closed).toMatchObject({ open: false, closedBecause: 'ILLNESS' });
  const hours = (Date.parse(closed.closedUntil!) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThan(12.1);
  await page.getByRole('button', { name: 'Open again now' }).click();
  await expect(page.getByText('You take nobody new.')).toBeHidden();
  expect(await shelter.intake()).toMatchObject({ open: true, closedBecause: null });
});

test('an intake that was closed without network is closed on record when the network is back', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await page.getByText('Take nobody new for a while').click();
  await page.getByRole('button', { name: 'Illness in the house' }).click();
  await page.getByRole('group', { name: 'You open again' }).getByRole('button', { name: 'in 12 hours' }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Take nobody new', exact: true }).click();
  await expect(page.locator('.door').getByText('This goes on by itself')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You take nobody new.')).toBeVisible();
  expect(await shelter.intake()).toMatchObject({ open: false, closedBecause: 'ILLNESS' });
});

test('extra beds are added for a while, and end', async ({ page, system }) => {
  const shelter = await newShelter(system, { Garden: 6 });
  await openBeds(page, shelter.account);
  await page.getByText('More about this room').click();
  await page.getByRole('button', { name: 'One more: How many' }).click();
  await page.getByRole('group', { name: 'They go' }).getByRole('button', { name: 'in 4 hours' }).click();
  await page.getByRole('button', { name: 'Add 2 extra beds' }).click();
  await expect(page.getByText('2 extra beds until')).toBeVisible();
  await expectRecord(shelter, 'Garden', { total: 8, occupied: 2 });
  await page.getByRole('button', { name: 'Take them away now' }).click();
  await expect(page.getByText('2 extra beds until')).toBeHidden();
  await expectRecord(shelter, 'Garden', { total: 6, occupied: 2 });
});

test('each role sees only its own data: no other shelter, and this screen is for shelters only', async ({
  page,
  context,
  system,
  signIn,
}) => {
  const [own, other] = [await newShelter(system, { Garden: 6 }), await newShelter(system, { Cellar: 6 })];
  const guest = await other.expectGuest();
  await openBeds(page, own.account);
  await expect(page.getByText('Nobody is on the way to you.')).toBeVisible();
  await expect(page.getByText('Cellar')).toBeHidden();
  await expect(page.getByText(guest.caseReference)).toBeHidden();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in').waitFor();
  await context.clearCookies();
  for (const role of ['HOTLINE', 'AUDITOR'] as const) {
    const somebody = await context.newPage();
    await signIn(somebody, '/beds', role);
    await expect(somebody.getByRole('link', { name: 'Beds' })).toBeHidden();
    await expect(somebody.locator('.beds')).toBeHidden();
    await context.clearCookies();
  }
});
