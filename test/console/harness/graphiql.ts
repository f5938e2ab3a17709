import { expect, type Page } from '@playwright/test';
import { fillSignIn, type Account } from './accounts.js';

/** The typed operation, and the result. */
export const partsOf = (page: Page) => ({
  query: page.locator('.graphiql-query-editor .view-lines'),
  answer: page.locator('.graphiql-response'),
});

/** Opens GraphiQL and signs in. */
export async function openGraphiQL(page: Page, who: Account): Promise<void> {
  await page.goto('/graphiql');
  await signInHere(page, who);
}

/** Signs in in the window that the page opens. */
export async function signInHere(page: Page, who: Account): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await fillSignIn(await opened, who);
  await expect(partsOf(page).query).toContainText(/\w/);
}

/** Puts the cursor into the editor. */
export const enterEditor = (page: Page): Promise<void> => page.locator('.graphiql-query-editor .view-line').first().click();

/** Replaces the operation in the editor, and waits until GraphiQL has read its name. */
export async function typeOperation(page: Page, name: string, text: string): Promise<void> {
  await enterEditor(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await expect(page.getByRole('tab', { selected: true })).toContainText(name);
}

/** Runs the operation in the editor. */
export const run = (page: Page): Promise<void> => page.getByRole('button', { name: 'Execute query' }).click();
