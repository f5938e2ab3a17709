import type { Page } from '@playwright/test';
import { expect, screenOf, test } from '../harness/console-test.js';
import { closeShelters, hold, openShelter, send, streetAddress, woman, type SpecShelter } from '../harness/open-shelter.js';
import type { System } from '../../src/harness/system.js';

/** The card of a shelter's hold or waitlist entry. */
const card = (page: Page, { name }: Pick<SpecShelter, 'name'>) => page.getByRole('article', { name });
/** A name that no other spec has, also if it runs again on the same system. */
const named = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
const shelter = (system: System, over: object = {}) => openShelter(system, { name: named('Melati'), ...over });
const family = [woman, { gender: 'WOMAN', age: 9 }, { gender: 'MAN', age: null, mayBeMinor: true }];

test.afterEach(({ system }) => closeShelters(system));

test('a hold that somebody makes elsewhere appears live, with all its data', async ({ page, signIn, system }) => {
  const home = await shelter(system, { total: 3 });
  await signIn(page, '/holds');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const held = await hold(system, home, { party: family, beds: 3, minutes: 30 });
  const shown = card(page, home);
  await expect(shown).toContainText(/Woman, 18.–.59; Girl, 3.–.12; Man, age not known/);
  await expect(shown).toContainText(held.caseReference);
  await expect(shown.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/);
  await expect(shown.getByRole('link', { name: `Call ${home.name}: +672 000 111 2222` })).toBeVisible();
  // The earliest deadline is on top.
  const sooner = await shelter(system);
  await hold(system, sooner, { minutes: 15 });
  await card(page, sooner).waitFor();
  const names = await page.getByRole('article').getByRole('heading').allTextContents();
  expect(names.indexOf(sooner.name)).toBeLessThan(names.indexOf(home.name));
});

test('on a phone a countdown stays in one piece beside a long name, and whom to call comes first', async ({ page, signIn, system }) => {
  const home = await shelter(system, { name: named('Shelter for women with children, Lotus Meadow House') });
  await send(system, 'setIntake', { serviceId: home.serviceId, expectedVersion: 0, requiresAcceptance: true }, home.staff);
  await hold(system, home);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, '/holds');
  const timer = card(page, home).getByRole('timer');
  expect((await timer.boundingBox())!.height).toBeLessThan(40);
  const [call, facts] = [card(page, home).locator('.call'), card(page, home).locator('.hold-facts')];
  expect((await call.boundingBox())!.y).toBeLessThan((await facts.boundingBox())!.y);
});

test('they are late, they arrive, they stay, they leave: each step is one press or two', async ({ page, signIn, system }) => {
  const home = await shelter(system);
  await hold(system, home, { minutes: 20 });
  await signIn(page, '/holds');
  const shown = card(page, home);
  await shown.getByRole('button', { name: `Hold longer: ${home.name}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^120 min from now/ })
    .click();
  await expect(shown.getByRole('timer')).toHaveText(/^(2:00:00|1:59:\d\d)$/);
  await expect(shown).toContainText(`${home.name} holds the bed longer now.`);
  await shown.getByRole('button', { name: `They arrived: ${home.name}` }).click();
  await expect(page.getByRole('region', { name: /^Arrived/ }).getByRole('article', { name: home.name })).toBeFocused();
  await shown.getByRole('button', { name: `Last day: ${home.name}` }).click();
  await page.getByRole('textbox', { name: 'Last day' }).fill('2027-01-31');
  await page.getByRole('button', { name: 'Set the last day' }).click();
  await expect(shown).toContainText('Last day: 31 Jan 2027');
  await shown.getByRole('button', { name: `They left: ${home.name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'They left' }).click();
  await expect(page.getByText(`They have left ${home.name}.`)).toBeVisible();
  await expect(shown).toHaveCount(0);
});

test('asks before a bed is released, by keyboard alone, and confirms the release', async ({ page, signIn, system }) => {
  const home = await shelter(system);
  await hold(system, home);
  await signIn(page, '/holds');
  const release = card(page, home).getByRole('button', { name: `Release: ${home.name}` });
  await release.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText('Others can take the bed at once.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(release).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Release' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`The bed at ${home.name} is free for others.`)).toBeVisible();
  await page.getByRole('button', { name: 'Seen' }).last().click();
  await expect(page.getByText(`The bed at ${home.name} is free for others.`)).toHaveCount(0);
});

test('a hold that ends on the screen says so, and where to continue', async ({ page, signIn, system }) => {
  const home = await shelter(system);
  await send(system, 'setIntake', { serviceId: home.serviceId, expectedVersion: 0, requiresAcceptance: true }, home.staff);
  const held = await hold(system, home);
  await signIn(page, '/holds');
  await expect(card(page, home)).toContainText('The shelter must say yes by');
  // A bed that is not sure is not called held.
  await expect(
    page.getByRole('region', { name: /^Waiting for the shelter to say yes: / }).getByRole('article', { name: home.name }),
  ).toBeVisible();
  await expect(card(page, home)).not.toContainText('Held until');
  await expect(card(page, home).locator('.button-main')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sheet to print' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: home.name })).toContainText('The shelter must say yes by');
  await expect(screenOf(page)).toHaveText('Beds');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await send(system, 'declineHold', { holdId: held.id, expectedVersion: held.version }, home.staff);
  await expect(page.getByRole('alert').filter({ hasText: home.name })).toContainText('Nobody should travel there');
  await expect(card(page, home)).toHaveCount(0);
  await expect(page.getByRole('alert').filter({ hasText: home.name }).getByRole('link', { name: 'Find a place' })).toHaveAttribute(
    'href',
    '/find',
  );
});

test('a version conflict shows the current state', async ({ page, context, signIn, system }) => {
  const home = await shelter(system);
  const held = await hold(system, home, { minutes: 20 });
  await signIn(page, '/holds');
  await card(page, home).waitFor();
  // Somebody else changes it, and this page learns of it too late.
  await context.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { variables?: { input?: { expectedVersion?: number } } };
    if (asked.variables?.input?.expectedVersion === 1)
      await send(system, 'extendHold', { holdId: held.id, expectedVersion: 1, minutes: 60 });
    await route.fallback();
  });
  await card(page, home)
    .getByRole('button', { name: `They arrived: ${home.name}` })
    .click();
  await expect(card(page, home).getByRole('alert')).toContainText('Somebody else was quicker.');
  await expect(card(page, home).getByRole('timer')).toHaveText(/^(60:00|59:\d\d)$/);
  await context.unroute('**/graphql');
  await card(page, home)
    .getByRole('button', { name: `They arrived: ${home.name}` })
    .click();
  await expect(card(page, home)).toContainText(`They have arrived at ${home.name}.`);
});

test('a step with a lost answer takes effect once', async ({ page, context, signIn, system }) => {
  const home = await shelter(system);
  await hold(system, home);
  await signIn(page, '/holds');
  await card(page, home).waitFor();
  const keys: string[] = [];
  await context.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { variables?: { input?: { idempotencyKey?: string } } };
    const key = asked.variables?.input?.idempotencyKey;
    if (key) keys.push(key);
    if (!key || keys.length > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await card(page, home)
    .getByRole('button', { name: `They arrived: ${home.name}` })
    .click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, home)).toContainText(`They have arrived at ${home.name}.`);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('joins a list, gets an offer, declines it and takes the next', async ({ page, signIn, system }) => {
  const home = await shelter(system, { total: 1 });
  const full = await hold(system, home);
  await signIn(page, '/holds');
  await page.getByRole('button', { name: 'Join a waiting list' }).click();
  const form = page.getByRole('region', { name: 'Join a waiting list' });
  await form.getByRole('combobox', { name: 'Shelter' }).fill(home.name);
  await page.getByRole('option', { name: home.name }).click();
  await form.getByRole('textbox', { name: 'Who comes' }).fill('woman 30');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(form).toContainText('On the list. Before you: 0.');
  const waiting = page.getByRole('region', { name: /^Waiting/ }).getByRole('article', { name: home.name });
  await expect(waiting).toContainText('First in line');
  await send(system, 'releaseHold', { holdId: full.id, expectedVersion: full.version });
  const held = page.getByRole('region', { name: /^Held/ }).getByRole('article', { name: home.name });
  await expect(held).toContainText('A bed is offered.');
  await expect(held.getByRole('timer')).toHaveText(/^(20:00|19:\d\d)$/);
  await expect(waiting).toHaveCount(0);
  await held.getByRole('button', { name: `Take the offer: ${home.name}` }).click();
  await expect(held).toContainText(`The bed at ${home.name} is held for them now.`);
  await expect(held).toContainText('Held until');
  // Another party waits, and leaves the list.
  await send(system, 'joinWaitlist', { serviceId: home.serviceId, party: [woman] });
  await expect(waiting).toBeVisible();
  await held.getByRole('button', { name: `Release: ${home.name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Release' }).click();
  await expect(held).toContainText('A bed is offered.');
  await held.getByRole('button', { name: `Decline: ${home.name}` }).click();
  await expect(page.getByRole('alertdialog')).toContainText('whoever waits next');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click();
  await expect(held).toHaveCount(0);
});

test('leaves a list, after a confirmation', async ({ page, signIn, system }) => {
  const home = await shelter(system, { total: 1 });
  await hold(system, home, {}, { role: 'CASEWORKER', organization: 'other-ngo' });
  await send(system, 'joinWaitlist', { serviceId: home.serviceId, party: [woman] });
  await signIn(page, '/holds');
  await card(page, home)
    .getByRole('button', { name: `Leave the list: ${home.name}` })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the list' }).click();
  await expect(card(page, home)).toHaveCount(0);
});

for (const wasOpened of [false, true])
  test(`opened without network, ${wasOpened ? 'again' : 'the first time'}, it says so, and goes on by itself`, async ({
    page,
    context,
    signIn,
    system,
  }) => {
    const home = await shelter(system);
    await hold(system, home);
    await signIn(page, wasOpened ? '/holds' : '/find');
    if (wasOpened) await card(page, home).waitFor();
    await page.getByRole('link', { name: 'Find' }).click();
    await page.locator('.find').waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'My holds' }).click();
    const note = page.getByRole('main').getByText('Check the connection; if it is urgent, call.');
    await expect(note.first()).toBeVisible();
    await expect(page.getByText('Loading …')).toHaveCount(0);
    await context.setOffline(false);
    await expect(card(page, home)).toBeVisible();
    await expect(note).toHaveCount(0);
  });

test('without the socket it repeats the query, and says so', async ({ page, signIn, system }) => {
  const home = await shelter(system);
  await page.routeWebSocket(/graphql/, (socket) => socket.close({ code: 1011, reason: 'away' }));
  await signIn(page, '/holds');
  await expect(page.getByText('No live connection.')).toBeVisible();
  await hold(system, home);
  await expect(card(page, home)).toBeVisible({ timeout: 25_000 });
});

test('users see only their own and their colleagues’ holds, and only the steps of their role', async ({ page, signIn, system }) => {
  const [own, other] = [await shelter(system), await shelter(system)];
  const held = await hold(system, own);
  await hold(system, other, {}, { role: 'CASEWORKER', organization: 'other-ngo' });
  await send(system, 'confirmHold', { holdId: held.id, expectedVersion: held.version });
  await signIn(page, '/holds', 'HOTLINE');
  await expect(card(page, own)).toBeVisible();
  await expect(card(page, other)).toHaveCount(0);
  // A hotline does not continue stays.
  await expect(card(page, own).getByRole('button')).toHaveCount(0);
});

test('staff of a shelter do not have this screen', async ({ page, signIn }) => {
  await signIn(page, '/holds', 'PROVIDER');
  await expect(page.getByRole('link', { name: 'My holds' })).toHaveCount(0);
  expect(new URL(page.url()).pathname).not.toBe('/holds');
});

test('the printed sheet has no address of a confidential place, and nothing about the guests', async ({ page, signIn, system }) => {
  const [secret, known] = [await shelter(system, { isConfidential: true }), await shelter(system)];
  const held = await hold(system, secret, { party: [{ gender: 'WOMAN', age: 30 }], minutes: 200 });
  await hold(system, known, { minutes: 201 });
  await signIn(page, '/holds');
  await card(page, secret).waitFor();
  await card(page, known).waitFor();
  await page.getByRole('button', { name: 'Sheet to print' }).click();
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(row(known.name)).toContainText(streetAddress);
  await expect(row(secret.name)).toContainText(held.caseReference);
  await expect(row(secret.name)).toContainText('Confidential. Ask on the phone');
  await expect(row(secret.name)).not.toContainText(streetAddress);
  await expect(row(secret.name)).not.toContainText('Nuuk');
  await row(known.name).getByRole('checkbox').uncheck();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Leave now' })).toBeHidden();
  await expect(row(known.name)).toBeHidden();
  const paper = await page.locator('body').innerText();
  expect(paper).toContain(secret.name);
  expect(paper).not.toMatch(/Woman|My holds/);
});

test('nothing of a person is in the address, the history or any storage', async ({ page, signIn, system }) => {
  const home = await shelter(system);
  await hold(system, home);
  await signIn(page, '/holds');
  await card(page, home)
    .getByRole('button', { name: `They arrived: ${home.name}` })
    .click();
  await expect(card(page, home)).toContainText('They have arrived');
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe('/holds');
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    state: JSON.stringify(history.state),
  }));
  expect(kept).toEqual({ local: {}, session: {}, databases: 0, state: 'null' });
});

test('a hold that expires on the screen is over by the server’s clock', async ({ page, context, signIn, system }) => {
  const home = await shelter(system);
  const held = await hold(system, home);
  const endsAt = new Date(Date.now() + 12_000).toISOString();
  // A quarter of an hour is too long for a spec: the mocked server answers that this hold ends sooner, and then that it has ended.
  await page.routeWebSocket(/graphql/, (socket) => socket.close({ code: 1011, reason: 'away' }));
  await context.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll(String(held['expiresAt']), endsAt);
    const isOver = Date.now() >= Date.parse(endsAt);
    const told = isOver && text.includes(held.id) ? text.replace('"state":"HELD","version":1', '"state":"EXPIRED","version":2') : text;
    await route.fulfill({ response: answer, body: told });
  });
  await signIn(page, '/holds');
  await expect(card(page, home).getByRole('timer')).toHaveText(/^0:\d\d$/);
  await expect(page.getByRole('alert').filter({ hasText: home.name })).toContainText('The time at', { timeout: 30_000 });
  await expect(card(page, home)).toHaveCount(0);
});
