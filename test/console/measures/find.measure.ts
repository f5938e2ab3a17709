import type { Page } from '@playwright/test';
import { expect, test } from '../harness/console-test.js';
import { ask, find, mother } from '../harness/find.js';

const keys = 60;
/** 60 words a minute: somebody who types on the phone every day. */
const typing = { delay: 200 };

const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!);

/** Milliseconds from a key press until its matches are on the screen. */
async function untilAnswered(page: Page, key: string): Promise<number> {
  // In two steps: the page must listen before the key is pressed.
  const answered = await page.evaluateHandle(() => ({
    inMilliseconds: new Promise<number>((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const answers = document.querySelector('.find-answers')!;
          let hasAsked = false;
          const watch = new MutationObserver(() => {
            const isBusy = answers.getAttribute('aria-busy') === 'true';
            hasAsked ||= isBusy;
            if (!hasAsked || isBusy) return;
            watch.disconnect();
            // The browser has drawn it when the next frame begins.
            requestAnimationFrame((now) => resolve(now - timeStamp));
          });
          watch.observe(answers, { attributes: true, attributeFilter: ['aria-busy'] });
        },
        { capture: true, once: true },
      );
    }),
  }));
  await page.keyboard.press(key);
  return answered.evaluate(({ inMilliseconds }) => inMilliseconds);
}

test('from a key press to the matches', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, '/find', 'HOTLINE');
  await ask(page, mother);
  await find(page).party.focus();
  await page.keyboard.type('woman 2');
  await expect(page.locator('.find-answers')).toHaveAttribute('aria-busy', 'false');
  const times: number[] = [];
  for (let n = 0; n < keys; n += 1) {
    times.push(await untilAnswered(page, n % 2 === 0 ? String(n % 10) : 'Backspace'));
    await page.waitForTimeout(typing.delay);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(`Key press to answers on the screen, ${keys} keys: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms.\n`);
});

test('from the empty screen to a held bed, by keyboard', async ({ page, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  const screen = find(page);
  await expect(screen.place).toBeFocused();
  const began = Date.now();
  await page.keyboard.type('Medan\n', typing);
  await screen.party.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('woman 24, boy 3\n\n', typing);
  await page.keyboard.type('Indonesian\n', typing);
  await screen.holds.first().waitFor();
  await page.keyboard.type('\n\n', typing);
  await screen.held.getByRole('timer').waitFor();
  process.stdout.write(
    `Find and hold by keyboard, ${1_000 / typing.delay} keys a second: ${((Date.now() - began) / 1_000).toFixed(1)} s.\n`,
  );
});
