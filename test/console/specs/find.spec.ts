import { fillSignIn } from '../harness/accounts.js';
import { expect, test } from '../harness/console-test.js';
import { ask, find, findAndHoldByKeyboard, followInputs, followMatches, mother, operationOf } from '../harness/find.js';
import { historyOf } from '../harness/leftovers.js';
import { endSession, signInAgain } from '../harness/session.js';
import { firstWithBeds, shelterOf } from '../harness/shelter.js';

test('finds and holds by keyboard alone in six interactions', async ({ page, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  await findAndHoldByKeyboard(page);
});

test('matches appear while the user types, one query at a time, the last answer for the last query', async ({ page, signIn }) => {
  let inFlight = 0;
  let most = 0;
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    if (operationOf(route.request()) !== 'FindMatches') return route.continue();
    most = Math.max(most, (inFlight += 1));
    asked.push(route.request().postData()!);
    const answer = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 150));
    inFlight -= 1;
    await route.fulfill({ response: answer });
  });
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await find(page).party.focus();
  const before = asked.length;
  await page.keyboard.type('man 40, man 41', { delay: 40 });
  await expect(page.locator('.results-old')).toHaveCount(0);
  await expect.poll(() => asked.at(-1)).toContain('"age":41');
  await expect(page.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  expect(most).toBe(1);
  // Fewer queries than keys: keys typed meanwhile share one query.
  expect(asked.length - before).toBeLessThan(14);
});

test('of two operators for the last bed one gets it, and the other is shown where to continue', async ({
  browser,
  page,
  signIn,
  system,
}) => {
  const shown = followMatches(page);
  const call = { ...mother, place: 'Phnom Penh', party: 'woman 30' };
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, call);
  const id = (await firstWithBeds(system, await shown()))!;
  const input = {
    origin: { point: { latitude: 11.56, longitude: 104.92 } },
    needs: [{ category: 'ACCOMMODATION' }],
    person: { gender: 'WOMAN', age: 30, languages: ['id'] },
    first: 50,
  };
  const isSentThere = async () => {
    const query = 'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } } } } }';
    const { match } = await system.query<{ match: { needs: { matches: { service: { id: string } }[] }[] } }>(query, { input });
    return match.needs[0]!.matches.some(({ service }) => service.id === id);
  };
  await shelterOf(system, id).leaveOne(isSentThere);
  const other = await (await browser.newContext({ baseURL: system.url, locale: 'en-GB' })).newPage();
  await signIn(other, '/find', 'COORDINATOR');
  await ask(other, call);
  const { service } = await system.query<{ service: { name: string } }>('query ($id: ID!) { service(id: $id) { name } }', { id });
  const { name } = service;
  const holdOn = (where: typeof page) => where.getByRole('button', { name: `Hold at ${name}` }).first();
  await holdOn(other).waitFor();
  await holdOn(page).click();
  await expect(find(page).held.getByRole('heading', { name: `Held at ${name}` })).toBeVisible();
  await holdOn(other).click();
  await expect(find(other).held.getByRole('alert')).toHaveText(`Somebody was quicker: ${name} has no free bed now. Take the next place.`);
  await expect(find(other).held).toBeFocused();
  await expect(other.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  await other.context().close();
});

test('a hold that ends on the screen says so, and what to do', async ({ page, signIn }) => {
  await page.clock.install();
  await page.route('**/graphql', async (route) => {
    const operation = operationOf(route.request());
    // An answer would show the server's time, which does not advance.
    if (operation === 'LookAtHold') return route.abort();
    if (operation !== 'HoldForParty') return route.continue();
    const answer = await route.fetch();
    const body = (await answer.json()) as { data: { holdBeds: { createdAt: string; expiresAt: string } } };
    const { holdBeds } = body.data;
    holdBeds.expiresAt = new Date(Date.parse(holdBeds.createdAt) + 90_000).toISOString();
    await route.fulfill({ response: answer, json: body });
  });
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await find(page).holds.first().click();
  await expect(find(page).held.getByRole('timer')).toHaveText(/^1:\d\d$/);
  await page.clock.fastForward(60_000);
  await expect(find(page).held.getByRole('timer')).toHaveText(/^0:\d\d$/);
  await page.clock.fastForward(40_000);
  await expect(find(page).held.getByRole('alert')).toContainText('is over. Hold again if the bed is still needed.');
  await expect(find(page).holds.first()).toBeEnabled();
});

test('a session that expires in the middle of the form loses nothing', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page, '/find', 'HOTLINE');
  const screen = find(page);
  await expect(screen.place).toBeFocused();
  await page.keyboard.type('Medan\n');
  await expect(screen.party).toBeFocused();
  await page.keyboard.type('woman 24\nboy 3');
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await signInAgain(page, accounts.HOTLINE);
  await expect(page.getByText('Your session has ended.')).toBeHidden();
  await expect(screen.place).toHaveValue('Medan');
  const people = page.locator('.find-party .chip');
  await expect(people.first()).toBeVisible();
  await expect(people).toHaveText([/^Woman, 24/, /^Boy, 3/]);
  await screen.languages.focus();
  await page.keyboard.type('id\n');
  await expect(screen.entries.first()).toBeVisible();
});

test('a query that the end of the session interrupted is repeated, and shows no answer to another one', async ({
  page,
  signIn,
  accounts,
}) => {
  await page.clock.install();
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(find(page).entries.first()).toBeVisible();
  await find(page).party.focus();
  await page.keyboard.type('man 40\n');
  await expect(find(page).entries).toHaveCount(0);
  await signInAgain(page, accounts.HOTLINE);
  await expect(page.locator('.results')).toBeVisible();
});

test('a hold that the network interrupted is retried, and so is its release; each takes effect once', async ({ page, context, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  const sent = followInputs(page);
  await context.setOffline(true);
  await find(page).holds.first().click();
  await expect(find(page).held.getByText('This goes on by itself')).toBeVisible();
  await context.setOffline(false);
  await expect(find(page).held.getByRole('timer')).toBeVisible();
  // This network exists, but has no route.
  await context.route('**/graphql', (route) => (operationOf(route.request()) === 'ReleaseHeld' ? route.abort() : route.fallback()));
  await find(page).held.getByRole('button', { name: 'Release the bed' }).click();
  await expect(find(page).held.getByText('This goes on by itself')).toBeVisible();
  await context.unroute('**/graphql');
  await expect(find(page).held.getByText(/is free for others\.$/)).toBeVisible();
  for (const operation of ['HoldForParty', 'ReleaseHeld'])
    expect(new Set(sent(operation).map((variables) => /"idempotencyKey":"([^"]+)"/.exec(variables)![1])).size).toBe(1);
});

test('a hold with an expired session continues after signing in again', async ({ page, signIn, accounts }) => {
  await page.clock.install();
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await endSession(page);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await find(page).holds.first().click();
  await expect(find(page).held.getByText('this goes on by itself')).toBeVisible();
  await signInAgain(page, accounts.HOTLINE);
  await expect(find(page).held.getByRole('timer')).toBeVisible();
});

test('nothing about the person is in an address, the history or any storage', async ({ page, context, signIn, system }) => {
  await signIn(page, '/find', 'HOTLINE');
  await expect(find(page).place).toBeFocused();
  const cookies = async () => (await context.cookies()).map(({ name, value }) => ({ name, value }));
  const cookiesBefore = await cookies();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  await ask(page, mother);
  await find(page).holds.first().click();
  await expect(find(page).held.getByRole('timer')).toBeVisible();
  // Only these addresses: they cannot contain typed text.
  expect([...asked].filter((address) => !address.startsWith(`${system.url}/assets/`))).toEqual([`${system.url}/graphql`]);
  expect(await cookies()).toEqual(cookiesBefore);
  expect(await historyOf(page, system.url)).toEqual([expect.stringMatching(/\/oidc\/interaction\/[\w-]+$/), `${system.url}/find`]);
  expect(await page.title()).not.toMatch(/medan|woman|24|boy|indonesian|GeoNames/i);
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: { ...localStorage },
    session: { ...sessionStorage },
    cached: (
      await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
      )
    ).flat(),
  }));
  expect({ ...kept, cached: kept.cached.filter((path) => path !== '/' && !path.startsWith('/assets/')) }).toEqual({
    databases: [],
    local: {},
    session: {},
    cached: [],
  });
});

test('a user who signs in after another one finds an empty screen', async ({ page, context, signIn, accounts }) => {
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  const ended = page.waitForResponse((response) => response.url().includes('/oidc/session/end'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await ended;
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).not.toContain('haven-session');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await fillSignIn(page, accounts.COORDINATOR);
  await expect(find(page).place).toHaveValue('');
  await expect(page.getByText('Woman, 24')).toBeHidden();
});
