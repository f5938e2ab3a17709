import type { Account, Actor } from './account.js';
import type { AccountProblem } from './account-problem.js';
import type { AccountWithLink } from './add-account.js';
import { hashOfToken, newToken } from './one-time-token.js';
import type { Accounts, AccountsTransaction } from './ports.js';
import { foldedName } from './sign-in-name.js';

/** Which account. */
export interface ChangeAccountCommand {
  readonly name: string;
}

/** Ends all sessions of an account and blocks its sign-in. Repeating it changes nothing. A problem says what to do. */
export const disableAccount = (accounts: Accounts, actor: Actor, command: ChangeAccountCommand): Promise<Account | AccountProblem> =>
  onAccount(accounts, actor, command, async (tx, account) => {
    if (account.disabled) return account;
    await tx.change(account.id, { disabled: true, newGeneration: true });
    await tx.record(account, 'DISABLED', actor);
    return { ...account, disabled: true };
  });

/** Lets the owner sign in again, as before. A problem says what to do. */
export const enableAccount = (accounts: Accounts, actor: Actor, command: ChangeAccountCommand): Promise<Account | AccountProblem> =>
  onAccount(accounts, actor, command, async (tx, account) => {
    if (!account.disabled) return account;
    await tx.change(account.id, { disabled: false });
    await tx.record(account, 'ENABLED', actor);
    return { ...account, disabled: false };
  });

/** Removes password and second factor, ends all sessions, and makes a link for the owner to choose a new password. */
export const resetAccount = (accounts: Accounts, actor: Actor, command: ChangeAccountCommand): Promise<AccountWithLink | AccountProblem> =>
  onAccount(accounts, actor, command, async (tx, account) => {
    await tx.change(account.id, { passwordHash: null, secondFactor: null, newGeneration: true });
    await tx.record(account, 'RESET', actor);
    const token = newToken();
    await tx.putLink(hashOfToken(token), account.id);
    return { account, token };
  });

function onAccount<T>(
  accounts: Accounts,
  actor: Actor,
  { name }: ChangeAccountCommand,
  work: (tx: AccountsTransaction, account: Account) => Promise<T>,
): Promise<T | AccountProblem> {
  return accounts.inTransaction(async (tx) => {
    const account = await tx.byName(foldedName(name));
    if (account === null)
      return { kind: 'NO_ACCOUNT', message: `There is no account ${foldedName(name)}. To see all: npm run haven -- account list` };
    if (account.demo) return { kind: 'DEMO_ACCOUNT', message: 'Only Haven makes and removes demo accounts: HAVEN_DEMO=false ends them.' };
    // Somebody who locked themselves out might be the last one who could let anybody in.
    if (account.id === actor) return { kind: 'OWN_ACCOUNT', message: 'You cannot change your own account. Ask another coordinator.' };
    return work(tx, account);
  });
}
