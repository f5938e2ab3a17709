import { firstCoordinatorToken, linkOf, removeDemoAccounts, renewDemoAccounts, type DemoSignIn } from '@haven/identity';
import type { Parts } from '../open-parts.js';
import { organizationWithBeds } from './organizations.js';

/** How people sign in after a start. */
export interface FirstSignIns {
  /** null: this is no demo. */
  readonly demo: readonly DemoSignIn[] | null;
  /** Token of the link that makes the first coordinator; null: there is one. */
  readonly coordinatorToken: string | null;
}

/** Recreates the accounts of a demo directory, and removes them elsewhere. Makes the link of the first coordinator. */
export async function prepareSignIns(parts: Parts, isDemo: boolean): Promise<FirstSignIns> {
  const { accounts, passwords } = parts.identity;
  if (!isDemo) await removeDemoAccounts(accounts, { forGood: false });
  const demo = isDemo ? await renewDemoAccounts(accounts, passwords, await organizationWithBeds(parts)) : null;
  return { demo, coordinatorToken: await firstCoordinatorToken(accounts) };
}

/** Prints the demo accounts, and how to become the first coordinator. address: where the pages are. */
export function announceSignIns({ demo, coordinatorToken }: FirstSignIns, address: string, say: (line: string) => void): void {
  if (demo) {
    say('Demo accounts, for this machine only. Their passwords change with each start:');
    demo.forEach(({ name, password }) => say(`  ${name.padEnd(18)} ${password}`));
  }
  if (coordinatorToken === null) return;
  say('There is no coordinator yet. This link makes the first one. It works once, within a day:');
  say(`  ${linkOf(address, coordinatorToken)}`);
}
