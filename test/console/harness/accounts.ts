import type { Page } from '@playwright/test';
import { roles, type Role } from '../../src/harness/tokens.js';

/** With what somebody signs in. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** One account of each role. */
export type Accounts = Readonly<Record<Role, Account>>;

/** Reads the demo accounts out of what a start has printed. */
export function demoAccountsIn(output: string): Accounts {
  const accountOf = (role: Role): [Role, Account] => {
    const name = `demo-${role.toLowerCase()}`;
    const password = new RegExp(`^  ${name} +(\\S+)$`, 'm').exec(output)?.[1];
    if (password === undefined) throw new Error(`The start has printed no password of ${name}:\n${output}`);
    return [role, { name, password }];
  };
  return Object.fromEntries(roles.map(accountOf)) as Accounts;
}

/** Fills the sign-in page in, ours or Keycloak's, whatever its language, and sends it. */
export async function fillSignIn(page: Page, { name, password }: Account): Promise<void> {
  await page.locator('#name, #username').fill(name);
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit], input[type=submit]').click();
}
