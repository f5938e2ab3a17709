import { randomInt } from 'node:crypto';
import { Role } from '@haven/security';
import { commandLine } from './account.js';
import type { Passwords } from './passwords.js';
import type { Accounts, AccountsTransaction } from './ports.js';
import { demoPrefix } from './sign-in-name.js';

/** The credentials of a demo account. */
export interface DemoSignIn {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}

/** Makes one account for each role, with new passwords. Null: a real directory was imported, so there are no demo accounts any more. */
export async function renewDemoAccounts(
  accounts: Accounts,
  passwords: Passwords,
  shelterOrganizationId: string | null,
): Promise<readonly DemoSignIn[] | null> {
  if (await accounts.inTransaction((tx) => tx.demoIsOver())) return null;
  const roles = Object.values(Role).filter((role) => role !== 'PROVIDER' || shelterOrganizationId !== null);
  const signIns = roles.map((role) => ({ name: `${demoPrefix}${role.toLowerCase()}`, password: readablePassword(), role }));
  const hashes = await Promise.all(signIns.map(({ password }) => passwords.hash(password)));
  await accounts.inTransaction(async (tx) => {
    for (const [index, { name, role }] of signIns.entries())
      await renew(tx, { name, role, organizationId: role === 'PROVIDER' ? shelterOrganizationId : null, passwordHash: hashes[index]! });
  });
  return signIns;
}

/** Removes them. `forGood`: they never come back. */
export async function removeDemoAccounts(accounts: Accounts, { forGood }: { readonly forGood: boolean }): Promise<void> {
  await accounts.inTransaction(async (tx) => {
    for (const account of await tx.demoAccounts()) {
      await tx.remove(account.id);
      await tx.record(account, 'REMOVED', commandLine);
    }
    if (forGood) await tx.endDemo();
  });
}

/** People who signed in before a restart keep their session, and the holds that they made in it. */
async function renew(tx: AccountsTransaction, demo: { name: string; role: Role; organizationId: string | null; passwordHash: string }) {
  const { name, role, organizationId, passwordHash } = demo;
  const known = await tx.byName(name);
  if (known !== null) return tx.change(known.id, { organizationId, passwordHash });
  const added = await tx.add({ name, role, organizationId, passwordHash, demo: true });
  if (added !== null) await tx.record(added, 'ADDED', commandLine);
}

const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi za zo'.split(
    ' ',
  );

/** Easy to read and type: four made-up words, 67 bits. */
function readablePassword(): string {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('');
  return Array.from({ length: 4 }, word).join('-');
}
