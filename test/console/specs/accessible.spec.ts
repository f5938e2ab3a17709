import { everyView, expectAccessible, expectAccessibleIn } from '../harness/axe.js';
import { expect, test } from '../harness/console-test.js';
import { endSession } from '../harness/session.js';

for (const locale of ['en-GB', 'ar'])
  test.describe(locale, () => {
    test.use({ locale });

    test('every state of the shell is accessible, at each width', async ({ page, context, signIn }) => {
      test.slow();
      const look = () => expectAccessibleIn(page, everyView);
      await page.clock.install();
      await page.goto('/');
      await page.locator('.sign-in').waitFor();
      await look();
      await signIn(page);
      await look();
      await context.setOffline(true);
      await page.locator('.banner-warning').waitFor();
      await look();
      await context.setOffline(false);
      await endSession(page);
      await page.locator('.notices [role=alert]').waitFor();
      await look();
      await page.clock.fastForward(11 * 60_000);
      await page.locator('#locked').waitFor();
      await look();
    });
  });

test('the check finds elements that cannot be read, named or hit', async ({ page }) => {
  await page.goto('/');
  await page.locator('.sign-in').waitFor();
  await expectAccessible(page);
  await page.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'Pale' });
    Object.assign(pale.style, { color: '#999', background: '#fff' });
    const [small, beside] = ['', 'b'].map((textContent) => Object.assign(document.createElement('button'), { textContent }));
    for (const button of [small!, beside!]) Object.assign(button.style, { inlineSize: '8px', blockSize: '8px', padding: '0', border: '0' });
    document.querySelector('main')!.append(pale, small!, beside!);
  });
  await expect(expectAccessible(page)).rejects.toThrow(/button-name: [^]*color-contrast: [^]*Pale[^]*target-size: /);
});

test('a text of which the end is out of sight is found', async ({ page }) => {
  await page.goto('/');
  await page.locator('.sign-in').waitFor();
  await page.evaluate(() => {
    const label = Object.assign(document.createElement('label'), { textContent: 'Where to' });
    const narrow = document.createElement('select');
    narrow.append(new Option('A place with a long name'));
    narrow.style.inlineSize = '80px';
    label.append(narrow);
    document.querySelector('main')!.append(label);
  });
  await expect(expectAccessible(page)).rejects.toThrow(/A place with a long name/);
});

test('what is wider than the screen is found', async ({ page }) => {
  await page.goto('/');
  await page.locator('.sign-in').waitFor();
  await page.evaluate(() => {
    const wide = document.createElement('div');
    Object.assign(wide.style, { inlineSize: '2000px', blockSize: '1px' });
    document.querySelector('main')!.append(wide);
  });
  await expect(expectAccessible(page)).rejects.toThrow(/toBeLessThanOrEqual/);
});
