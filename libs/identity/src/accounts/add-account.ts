import type { Role } from '@haven/security';
import type { Account, Actor } from './account.js';
import type { AccountProblem } from './account-problem.js';
import { hashOfToken, newToken } from './one-time-token.js';
import type { Accounts } from './ports.js';
import { readName } from './sign-in-name.js';

/** The account to add. */
export interface AddAccountCommand {
  readonly name: string;
  readonly role: Role;
  readonly organizationId: string | null;
}

/** An account, and the token of the link for its owner to choose a password. */
export interface AccountWithLink {
  readonly account: Account;
  readonly token: string;
}

/** Adds an account without a password. A problem says what to do. */
export async function addAccount(
  accounts: Accounts,
  actor: Actor,
  { name: typed, role, organizationId }: AddAccountCommand,
): Promise<AccountWithLink | AccountProblem> {
  const name = readName(typed);
  if (!name.ok) return { kind: 'INVALID_NAME', message: name.error };
  if (role === 'PROVIDER' && organizationId === null)
    return { kind: 'NO_ORGANIZATION', message: 'A provider works for one organization: add --organization ID.' };
  return accounts.inTransaction(async (tx) => {
    const account = await tx.add({ name: name.value, role, organizationId, passwordHash: null, demo: false });
    if (account === null)
      return { kind: 'NAME_TAKEN', message: `Somebody already has the name ${name.value}. Choose another, or reset that account.` };
    await tx.record(account, 'ADDED', actor);
    const token = newToken();
    await tx.putLink(hashOfToken(token), account.id);
    return { account, token };
  });
}
