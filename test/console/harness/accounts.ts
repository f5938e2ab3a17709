import type { Page } from '@playwright/test';
import { roles, type Role } from '../../src/harness/tokens.js';

/** The credentials of an account. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** One account of each role. */
export type Accounts = Readonly<Record<Role, Account>>;

/** Reads the demo accounts from the output of a start. */
export function demoAccountsIn(output: string): Accounts {
  const accountOf = (role: Role): [Role, Account] => {
    const name = `demo-${role.toLowerCase()}`;
    const password = new RegExp(`^  ${name} +(\\S+)$`, 'm').exec(output)?.[1];
    if (password === undefined) throw new Error(`The start has printed no password of ${name}:\n${output}`);
    return [role, { name, password }];
  };
  return Object.fromEntries(roles.map(accountOf)) as Accounts;
}

/** Fills in and submits the sign-in page, ours or Keycloak's, in any language. */
export async function fillSignIn(page: Page, { name, password }: Account): Promise<void> {
  await page.locator('#name, #username').fill(name);
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit], input[type=submit]').click();
}
