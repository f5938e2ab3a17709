import { test as base, type Page } from '@playwright/test';
import { systemAt, type System } from '../../src/harness/system.js';
import type { Role } from '../../src/harness/tokens.js';
import { fillSignIn, type Account, type Accounts } from './accounts.js';
import { placeOf } from './global-setup.js';
import { watch, type Watched } from './watch.js';

/** Fixtures that all specs of a worker share. */
interface Shared {
  readonly system: System;
  readonly accounts: Accounts;
}

/** Fixtures of a spec of the console. */
interface Fixtures {
  readonly watched: Watched;
  /** Opens the console and signs in with an account of a role (default: caseworker) or with a given account. */
  readonly signIn: (page: Page, path?: string, who?: Role | Account) => Promise<void>;
}

/** A test with a system and a way to sign in. It fails at the end if the browser did anything forbidden. */
export const test = base.extend<Fixtures & { readonly clean: void }, Shared>({
  system: [
    async ({}, use, { parallelIndex }) => use(systemAt(placeOf(parallelIndex).url, placeOf(parallelIndex).data)),
    { scope: 'worker' },
  ],
  accounts: [async ({}, use, { parallelIndex }) => use(placeOf(parallelIndex).accounts), { scope: 'worker' }],
  baseURL: async ({ system }, use) => use(system.url),
  watched: async ({ context, system }, use) => use(await watch(context, system.url)),
  signIn: async ({ accounts }, use) =>
    use(async (page, path = '/', who = 'CASEWORKER') => {
      await page.goto(path);
      await page.locator('.sign-in .button-main').click();
      await fillSignIn(page, typeof who === 'string' ? accounts[who] : who);
      await page.getByRole('navigation').waitFor();
    }),
  clean: [
    async ({ watched, context }, use) => {
      await use();
      // A changed answer that is still on its way would fail in the next test.
      await Promise.all([context, ...context.pages()].map((routed) => routed.unrouteAll({ behavior: 'wait' })));
      base.expect(watched).toEqual({ foreign: [], violations: [], errors: [] });
    },
    { auto: true },
  ],
});

/** The heading of a signed-in user's screen. */
export const screenOf = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

export { expect } from '@playwright/test';
