import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleIn, phoneAndDesk } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { ask, find, mother, operationOf } from '../harness/find.js';

// Many states, each checked twice, beside a system and maybe others on the same machine.
test.setTimeout(240_000);

/** Replaces the answer of an operation, once. */
async function answerOnce(page: Page, operation: string, answer: { status?: number; json: object }): Promise<void> {
  await page.route(
    '**/graphql',
    (route) => (operationOf(route.request()) === operation ? route.fulfill(answer) : route.fallback()),
    // The screen retries only temporary errors.
    { times: 10 },
  );
}

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale, reducedMotion: 'reduce' });

    test('the query, its suggestions, the matches and the hold are accessible', async ({ page, signIn }) => {
      await signIn(page, '/find', 'HOTLINE');
      const screen = find(page);
      await expect(screen.place).toBeFocused();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.keyboard.type('Meda');
      await page.locator('.combo-option').first().waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await screen.place.fill('xqzxqz');
      await expect(page.locator('.find-place [role=status]')).not.toBeEmpty();
      await expectAccessibleIn(page, phoneAndDesk);
      await screen.place.fill('');
      await ask(page, mother);
      await page.locator('.find-more summary').click();
      await page.locator('.why summary').first().click();
      await expectAccessibleIn(page, phoneAndDesk);
      await screen.holds.first().click();
      await screen.held.getByRole('timer').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.locator('.results > .button').click();
      await page.getByRole('dialog').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.keyboard.press('Escape');
      await screen.held.locator('.button').click();
      await screen.held.getByRole('alert').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
    });

    test('loading, no match, a refusal, a failure and no network are accessible', async ({ page, context, signIn }) => {
      await signIn(page, '/find', 'HOTLINE');
      await ask(page, { ...mother, place: 'Tebingtinggi' });
      const later = page.route('**/graphql', (route) => (operationOf(route.request()) === 'FindMatches' ? undefined : route.fallback()));
      await later;
      await page.locator('.find-more summary').click();
      await page.locator('.find-more .chip-choice').first().click();
      await expect(page.locator('.results-old')).toBeVisible();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.reload();
      await page.locator('.sign-in .button-main').click();
      await ask(page, { ...mother, place: 'Tebingtinggi' });
      await page.locator('.find-more summary').click();
      await page.locator('.find-more .chip-choice').first().click();
      await page.locator('.misses .entry').first().waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await page.locator('.misses .button').first().click();
      await find(page).holds.first().waitFor();
      await answerOnce(page, 'HoldForParty', { json: { data: { holdBeds: { __typename: 'NoBedsLeft', availability: { free: 0 } } } } });
      await find(page).holds.first().click();
      await find(page).held.getByRole('alert').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await answerOnce(page, 'FindMatches', { status: 500, json: { errors: [{ message: 'no', extensions: { correlationId: 'c-1' } }] } });
      await page.locator('.find-more .chip-choice').nth(2).click();
      await page.locator('.find-answers > .banner-danger').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
      await context.setOffline(true);
      await page.locator('.notices .banner-warning').waitFor();
      await expectAccessibleIn(page, phoneAndDesk);
    });
  });

for (const zoom of [2, 4])
  test(`at ${zoom * 100} % everything stays within the width, and can be used`, async ({ page, signIn }) => {
    await page.setViewportSize({ width: 1280 / zoom, height: 800 / zoom });
    await signIn(page, '/find', 'HOTLINE');
    await ask(page, mother);
    await expectAccessible(page);
    await find(page).holds.first().click();
    await find(page).held.getByRole('timer').waitFor();
    await expectAccessible(page);
  });

test('the focused element is never behind the header, on a desk and on a phone', async ({ page, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  for (const view of phoneAndDesk) {
    await page.setViewportSize(view);
    await page.locator('.results > .button').focus();
    const behind: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      await page.keyboard.press('Shift+Tab');
      behind.push(
        ...(await page.evaluate(() => {
          const focused = document.activeElement!;
          const { top, bottom } = focused.getBoundingClientRect();
          const header = document.querySelector('.header')!;
          const isCovered = !header.contains(focused) && Math.max(0, header.getBoundingClientRect().bottom - top) > (bottom - top) / 2;
          return isCovered ? [focused.outerHTML.slice(0, 120)] : [];
        })),
      );
    }
    expect(behind).toEqual([]);
  }
});

test('the focus goes from the query through its parts to the matches', async ({ page, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await find(page).place.focus();
  const stops: string[] = [];
  while (stops.length < 40 && stops.at(-1) !== 'entry') {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const parts = ['find-party', 'find-languages', 'find-interpreter', 'find-needs', 'find-more', 'hold-minutes', 'entry'];
        return parts.find((part) => document.activeElement?.closest(`.${part}`)) ?? 'other';
      }),
    );
  }
  expect(stops.filter((stop, i) => stop !== stops[i - 1])).toEqual([
    'find-party',
    'find-languages',
    'find-interpreter',
    'find-needs',
    'find-more',
    'other',
    'hold-minutes',
    'entry',
  ]);
});
