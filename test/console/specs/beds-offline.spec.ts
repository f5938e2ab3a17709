import { expect, test } from '../harness/console-test.js';
import { addAccount } from '../harness/new-account.js';
import { historyOf, leftovers, nothing } from '../harness/leftovers.js';
import { endSession, signInAgain } from '../harness/session.js';
import { expectRecord, newShelter, openBeds, press, reloadOffline, roomCard, signInAt } from '../harness/beds.js';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test('counts continue without network, through a reload, and each is sent once', async ({ page, context, system }) => {
  const shelter = await newShelter(system, { Garden: 6, Harbour: 4, Attic: 3 });
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+', 2);
  await expect(page.getByText('1 change waits for the network.')).toBeVisible();
  await reloadOffline(page, context);
  await expect(page.getByText('1 change waits until you have signed in again.')).toBeVisible();
  await expect(roomCard(page, 'Garden')).toContainText('2 beds free');
  await press(page, 'Garden', '+');
  await press(page, 'Harbour', '−');
  await expect(page.getByText('2 changes wait until you have signed in again.')).toBeVisible();
  await context.setOffline(false);
  await signInAt(page, shelter.account);
  // Only the last look into a room counts: one change for each, however many taps.
  await expectRecord(shelter, 'Garden', { occupied: 5, version: 2 });
  await expectRecord(shelter, 'Harbour', { occupied: 1, version: 2 });
  await expectRecord(shelter, 'Attic', { occupied: 2, version: 1 });
  await expect(page.getByText('wait')).toBeHidden();
});

test('counts of an expired session are sent after signing in again, each once', async ({ page, system }) => {
  const shelter = await newShelter(system);
  await page.clock.install();
  await openBeds(page, shelter.account);
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await press(page, 'Garden', '+', 2);
  await expectRecord(shelter, 'Garden', { occupied: 2, version: 1 });
  await signInAgain(page, shelter.account);
  await expectRecord(shelter, 'Garden', { occupied: 4, version: 2 });
  await expect(roomCard(page, 'Garden').getByText('Not sent yet')).toBeHidden();
});

test('a count with a lost answer takes effect once', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  let lost = 0;
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('TellCounts') || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await press(page, 'Garden', '+');
  await expectRecord(shelter, 'Garden', { occupied: 3, version: 2 });
  await expect(roomCard(page, 'Garden').getByText('Not sent yet')).toBeHidden({ timeout: 20_000 });
  await press(page, 'Garden', '+');
  await expectRecord(shelter, 'Garden', { occupied: 4, version: 3 });
  expect(lost).toBe(1);
});

for (const [choice, occupied] of [
  ['Mine is right: 4 of 6 taken', 4],
  ['The record is right: 5 of 6 taken', 5],
] as const)
  test(`somebody else counted meanwhile: both numbers are shown, and "${choice}" holds`, async ({ page, context, system }) => {
    const shelter = await newShelter(system);
    await openBeds(page, shelter.account);
    await context.setOffline(true);
    await press(page, 'Garden', '+', 2);
    await shelter.count('Garden', 5);
    await context.setOffline(false);
    await expect(roomCard(page, 'Garden').getByRole('alert')).toContainText('Yours: 4 of 6 taken');
    await expect(roomCard(page, 'Garden').getByRole('alert')).toContainText('On record: 5 of 6 taken');
    await expectRecord(shelter, 'Garden', { occupied: 5, version: 2 });
    await page.getByRole('button', { name: choice }).click();
    await expectRecord(shelter, 'Garden', { occupied, version: occupied === 4 ? 3 : 2 });
    await expect(roomCard(page, 'Garden').getByRole('spinbutton', { name: 'Beds taken now' })).toHaveValue(String(occupied));
  });

test('two tabs share counts, and send each once', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  const second = await context.newPage();
  await openBeds(second, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await expect(roomCard(second, 'Garden').getByRole('spinbutton', { name: 'Beds taken now' })).toHaveValue('3');
  await press(second, 'Garden', '+');
  await context.setOffline(false);
  await expectRecord(shelter, 'Garden', { occupied: 4, version: 2 });
});

test('leaving and signing out warn about unsent counts', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('1 change was not sent yet and will be lost.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('about:blank');
  await context.setOffline(false);
  // Without network, a page cannot delete the provider's cookies.
  expect({ ...(await leftovers(context, system.url)), cookies: [] }).toEqual(nothing);
  await expectRecord(shelter, 'Garden', { occupied: 2, version: 1 });
});

test('the screen stays in sight when the network goes, and when somebody wants to leave', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await page.evaluate(() => {
    const rooms = document.querySelector('.rooms')!;
    const look = () => rooms.checkVisibility() || document.body.setAttribute('data-was-out-of-sight', '');
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
  });
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.getByText('1 change was not sent yet and will be lost.')).toBeVisible();
  await context.setOffline(false);
  await expectRecord(shelter, 'Garden', { occupied: 3 });
  await expect(page.locator('body')).not.toHaveAttribute('data-was-out-of-sight');
});

test('a phone that was loaded again warns before anybody signs in', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  // Blocks requests before the network is back, or the change would be sent.
  await context.route('**/graphql', (route) => route.abort());
  await context.setOffline(false);
  await page.reload();
  await page.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.getByText('1 change was not sent yet and will be lost.')).toBeVisible();
});

test('quick exit leaves no counts behind, with network', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
  expect((await historyOf(page, system.url)).at(-1)).toBe(`${system.url}/blank`);
});

test('signing out deletes the kept data', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in').waitFor();
  await expect.poll(async () => (await leftovers(context, system.url)).databases).toEqual([]);
});

test('keeps nothing of a guest, and no name of an only shelter', async ({ page, system }) => {
  const shelter = await newShelter(system);
  const { id, caseReference } = await shelter.expectGuest();
  await openBeds(page, shelter.account);
  await page.getByText(caseReference).waitFor();
  const kept = await page.evaluate(async () => {
    const [first] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(first!.name!);
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise((resolve) => {
      const request = database.transaction('kept').objectStore('kept').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return JSON.stringify(all);
  });
  expect(kept).toContain('Garden');
  for (const secret of [id, caseReference, 'Shelter', 'WOMAN', 'Woman']) expect(kept).not.toContain(secret);
});

test('unsent counts of another account are never sent under this one, and wait for their own', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  const colleague = await addAccount(system, `day-${shelter.account.name}`, 'PROVIDER', shelter.organizationId);
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await page.reload();
  await roomCard(page, 'Garden').waitFor();
  await context.setOffline(false);
  await context.clearCookies();
  await page.locator('.sign-in').waitFor();
  await signInAt(page, colleague);
  await expect(page.getByText('Another account counted here: 1 change is kept until it signs in again.')).toBeVisible();
  await expect(roomCard(page, 'Garden').getByRole('spinbutton', { name: 'Beds taken now' })).toHaveValue('2');
  await press(page, 'Harbour', '+');
  await expectRecord(shelter, 'Harbour', { occupied: 3 });
  await expectRecord(shelter, 'Garden', { occupied: 2, version: 1 });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in').waitFor();
  await context.clearCookies();
  await signInAt(page, shelter.account);
  await expectRecord(shelter, 'Garden', { occupied: 3, version: 2 });
});

test('counts that another account has left can be deleted, with a second press', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  const colleague = await addAccount(system, `day-${shelter.account.name}`, 'PROVIDER', shelter.organizationId);
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await page.reload();
  await roomCard(page, 'Garden').waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await page.locator('.sign-in').waitFor();
  await signInAt(page, colleague);
  await page.getByRole('button', { name: 'Drop them' }).click();
  await page.getByRole('button', { name: 'Press again: they will be lost' }).click();
  await expect(page.getByText('Another account counted here')).toBeHidden();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
});

test('an expired session keeps counts until the user is back', async ({ page, context, system }) => {
  await page.clock.install();
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  const elsewhere = await context.newPage();
  await elsewhere.goto('/oidc/session/end');
  await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
  await elsewhere.getByText('You are signed out.').waitFor();
  await elsewhere.close();
  await page.clock.fastForward(6 * 60_000);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await press(page, 'Garden', '+');
  await expect(page.getByText('1 change waits until you have signed in again.')).toBeVisible();
  await expectRecord(shelter, 'Garden', { occupied: 2, version: 1 });
});

test('a phone that locked itself without network continues to count, shows no guest, and sends the counts after signing in', async ({
  page,
  context,
  system,
}) => {
  const shelter = await newShelter(system);
  const { caseReference } = await shelter.expectGuest();
  await page.clock.install();
  await openBeds(page, shelter.account);
  await page.getByText(caseReference).waitFor();
  await context.setOffline(true);
  await page.clock.fastForward(11 * 60_000);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await press(page, 'Garden', '+');
  await expect(page.getByText('1 change waits until you have signed in again.').first()).toBeVisible();
  await expect(page.getByText(caseReference)).toBeHidden();
  await context.setOffline(false);
  await expect(roomCard(page, 'Garden')).toBeHidden();
  await signInAgain(page, shelter.account);
  await expectRecord(shelter, 'Garden', { occupied: 3, held: 2 });
  await expect(roomCard(page, 'Garden').getByRole('spinbutton', { name: 'Beds taken now' })).toHaveValue('3');
});

test('a network without a route counts as none: kept rooms can be counted below the sign-in', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await context.route(`${system.url}/oidc/**`, (route) => route.abort());
  await context.route('**/graphql', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('The sign-in page cannot be reached.');
  await press(page, 'Garden', '+');
  await expect(page.getByText('1 change waits until you have signed in again.')).toBeVisible();
  await context.unroute(`${system.url}/oidc/**`);
  await context.unroute('**/graphql');
  await signInAt(page, shelter.account);
  await expectRecord(shelter, 'Garden', { occupied: 3, version: 2 });
});

test('without network and without kept data it says what to do', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.sign-in').waitFor();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Nothing is kept on this phone.')).toBeVisible();
  await context.setOffline(false);
});
