import type { Page } from '@playwright/test';
import { everyView, expectAccessible, expectAccessibleIn } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { closeShelters, hold, openShelter, send, woman } from '../harness/open-shelter.js';
import type { System } from '../../src/harness/system.js';

const look = (page: Page) => expectAccessibleIn(page, everyView);

test.afterEach(({ system }) => closeShelters(system));

/** A hold that ends soon, one that has to be accepted, an arrival and a waitlist entry. */
async function fillList(system: System): Promise<string> {
  const name = `Seruni ${crypto.randomUUID().slice(0, 6)}`;
  const home = await openShelter(system, { name, total: 3, isConfidential: true });
  const arrived = await hold(system, home);
  await send(system, 'confirmHold', { holdId: arrived.id, expectedVersion: 1 });
  await send(system, 'setIntake', { serviceId: home.serviceId, expectedVersion: 0, requiresAcceptance: true }, home.staff);
  await hold(system, home, { party: [woman, { gender: 'MAN', age: 3 }], beds: 2, minutes: 15 });
  await send(system, 'joinWaitlist', { serviceId: home.serviceId, party: [woman] });
  return name;
}

/** Goes through every state that can be reached without waiting, and checks each. */
async function lookAtAll(page: Page, name: string): Promise<void> {
  const cards = page.getByRole('article', { name });
  await expect(cards).toHaveCount(3);
  await look(page);
  for (const button of await cards.locator('.hold-steps [aria-haspopup=dialog]').all()) {
    await button.click();
    await page.locator('.dialog').waitFor();
    await look(page);
    await page.locator('.dialog-close').click();
    await page.locator('.dialog').waitFor({ state: 'detached' });
  }
  const [group, join, sheet] = await page.locator('.holds-ways .button').all();
  await join!.click();
  await page.locator('.holds-form').waitFor();
  await look(page);
  await join!.click();
  await sheet!.click();
  await page.locator('.sheet').waitFor();
  await look(page);
  await page.locator('.holds-ways .button').nth(1).click();
  await group!.click();
  await page.locator('.group-party').waitFor();
  await look(page);
  await page.locator('.holds-head .button').click();
}

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale });

    test('every state of the holds is accessible, at each width', async ({ page, context, signIn, system }) => {
      test.setTimeout(180_000);
      const name = await fillList(system);
      await signIn(page, '/holds');
      await lookAtAll(page, name);
      await context.route('**/graphql', (route) => route.abort());
      await context.setOffline(true);
      await page.locator('.banner-warning').first().waitFor();
      await look(page);
    });
  });

test('an empty list, and a failed query, are accessible', async ({ page, context, signIn }) => {
  await page.routeWebSocket(/graphql/, (socket) => socket.close({ code: 1011, reason: 'away' }));
  let fails = false;
  await context.route('**/graphql', async (route) => {
    const asked = route.request().postData() ?? '';
    if (!asked.includes('OpenHolds') && !asked.includes('OpenWaits')) return route.fallback();
    const failed = { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'abc' } }] };
    return route.fulfill({ json: fails ? failed : { data: asked.includes('OpenHolds') ? { holds: [] } : { waits: [] } } });
  });
  await signIn(page, '/holds');
  await expect(page.getByText('Nothing is held, and nobody waits.')).toBeVisible();
  await expectAccessible(page);
  fails = true;
  await expect(page.getByRole('alert').first()).toContainText('abc', { timeout: 30_000 });
  await expectAccessible(page);
});
