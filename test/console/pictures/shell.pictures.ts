import { test } from '../harness/console-test.js';
import { eachView } from './each-view.js';

eachView((_, fileOf) => {
  test('the first page', async ({ page }) => {
    await page.goto('/');
    await page.locator('.sign-in').waitFor();
    await page.screenshot({ path: fileOf('start') });
  });

  test('signing in', async ({ page }) => {
    await page.goto('/');
    await page.locator('.sign-in .button-main').click();
    await page.locator('#password').waitFor();
    await page.screenshot({ path: fileOf('sign-in') });
  });
});
