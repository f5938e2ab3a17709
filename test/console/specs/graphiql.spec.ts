import { expectAccessible } from '../harness/axe.js';
import { newShelter, openBeds, press } from '../harness/beds.js';
import { expect, test } from '../harness/console-test.js';
import { enterEditor, openGraphiQL, partsOf, run, signInHere, typeOperation } from '../harness/graphiql.js';
import { leftovers, nothing } from '../harness/leftovers.js';

test('a developer tries queries, signed in, and nothing of it is kept', async ({ page, context, accounts, system }) => {
  await page.goto('/graphiql');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await expectAccessible(page);
  await signInHere(page, accounts.COORDINATOR);
  await expect(partsOf(page).query).toContainText('Medan');
  await run(page);
  await expect(partsOf(page).answer).toContainText('"considered"');
  const { cookies, ...kept } = await leftovers(context, system.url);
  expect(kept).toEqual({ databases: [], caches: [], workers: 0, local: {}, session: {} });
  expect(cookies).toEqual(['haven-session', 'haven-session.sig']);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

/** Known violations of GraphiQL itself. Nothing in Haven depends on it: every query can be sent by other means. */
const knownOfGraphiQL = {
  // Some colours of code, of line numbers and of types lack contrast.
  'color-contrast': /class="(mtk\d+|line-numbers .*|graphiql-doc-explorer-[\w-]+)"/,
  // The button that closes a tab is inside the tab.
  'nested-interactive': /role="tab"/,
};

test('the schema can be read', async ({ page, accounts }) => {
  await openGraphiQL(page, accounts.HOTLINE);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.getByText('Root Types')).toBeVisible();
  await expectAccessible(page, knownOfGraphiQL);
});

test('the user sees what their role may see', async ({ page, accounts }) => {
  await openGraphiQL(page, accounts.HOTLINE);
  await typeOperation(page, 'Mine', 'query Mine { me { role } }');
  await run(page);
  await expect(partsOf(page).answer).toContainText('"HOTLINE"');
});

test('a subscription shows changes as they happen', async ({ page, system }) => {
  const shelter = await newShelter(system, { Garden: 6 });
  await openGraphiQL(page, shelter.account);
  await typeOperation(page, 'Beds', `subscription Beds { availabilityChanged(filter: { serviceIds: ["${shelter.serviceId}"] }) { free } }`);
  await run(page);
  await expect(partsOf(page).answer).toContainText('"free": 4');
  await shelter.count('Garden', 5);
  await expect(partsOf(page).answer).toContainText('"free": 1');
});

test('after a lock the same user finds what they typed, and another user nothing of it', async ({ page, accounts }) => {
  await page.clock.install();
  await openGraphiQL(page, accounts.CASEWORKER);
  await typeOperation(page, 'Mine', 'query Mine { me { role } }');
  await run(page);
  await expect(partsOf(page).answer).toContainText('"CASEWORKER"');
  await page.clock.fastForward(11 * 60_000);
  await expect(partsOf(page).query).toBeHidden();
  await signInHere(page, accounts.CASEWORKER);
  await expect(partsOf(page).query).toContainText('Mine');
  await page.clock.fastForward(11 * 60_000);
  await signInHere(page, accounts.HOTLINE);
  await expect(partsOf(page).query).toContainText('Medan');
  await expect(page.getByRole('tab', { selected: true })).toContainText('Match');
  await expect(page.locator('body')).not.toContainText(/Mine|CASEWORKER/);
});

test('the button leaves nothing behind', async ({ page, context, accounts, system }) => {
  await openGraphiQL(page, accounts.CASEWORKER);
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('so does Escape twice in the editor', async ({ page, context, accounts, system }) => {
  await openGraphiQL(page, accounts.CASEWORKER);
  await enterEditor(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/blank');
  expect(await leftovers(context, system.url)).toEqual(nothing);
});

test('unsent counts of the console are not lost without a warning', async ({ page, context, system }) => {
  const shelter = await newShelter(system);
  await openBeds(page, shelter.account);
  await context.setOffline(true);
  await press(page, 'Garden', '+');
  await expect(page.getByText('1 change waits for the network.')).toBeVisible();
  const other = await context.newPage();
  await page.close();
  await context.setOffline(false);
  await other.goto('/graphiql');
  await other.getByRole('button', { name: 'Leave now' }).click();
  await expect(other.getByRole('alert')).toContainText('Changes that were not sent yet will be lost: 1.');
  await other.getByRole('button', { name: 'Leave now' }).click();
  await other.waitForURL('**/blank');
});
