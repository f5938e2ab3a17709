import type { LinkAnswer, LinkUse } from '../sign-in/ports.js';
import type { Account } from './account.js';
import { TooManyWaiting } from './gate.js';
import { hashOfToken } from './one-time-token.js';
import { passwordProblem } from './password-rule.js';
import type { Passwords } from './passwords.js';
import type { Accounts, AccountsTransaction, OneTimeLink } from './ports.js';
import { readName } from './sign-in-name.js';

const spent: LinkAnswer = {
  kind: 'LINK_SPENT',
  message: 'This link was used already, or is older than a day. Ask a coordinator, or whoever runs the server, for a new one.',
};

const busy: LinkAnswer = {
  kind: 'INVALID_PASSWORD',
  message: 'Many people are signing in at this moment. Nothing was changed: send it again in a few seconds.',
};

/** Uses up a one-time link: sets the password, and makes the account if the link is the first coordinator's. */
export async function useLink(accounts: Accounts, passwords: Passwords, { token, name: chosen, password }: LinkUse): Promise<LinkAnswer> {
  const tokenHash = hashOfToken(token);
  // Hashing is expensive, so only the holder of a valid link causes it.
  const link = await accounts.readLink(tokenHash);
  if (link === null) return spent;
  const name = link.name === null ? readName(chosen ?? '') : ({ ok: true, value: link.name } as const);
  if (!name.ok) return { kind: 'INVALID_NAME', message: name.error };
  const problem = passwordProblem(password, name.value);
  if (problem !== null) return { kind: 'INVALID_PASSWORD', message: problem };
  const passwordHash = await hashed(passwords, password);
  if (passwordHash === null) return busy;
  return accounts.inTransaction(async (tx) => {
    const locked = await tx.lockLink(tokenHash);
    return locked === null ? spent : spend(tx, locked, name.value, passwordHash);
  });
}

async function hashed(passwords: Passwords, password: string): Promise<string | null> {
  try {
    return await passwords.hash(password);
  } catch (error) {
    if (error instanceof TooManyWaiting) return null;
    throw error;
  }
}

async function spend(tx: AccountsTransaction, link: OneTimeLink, name: string, passwordHash: string): Promise<LinkAnswer> {
  const account = link.accountId === null ? await addCoordinator(tx, name) : await tx.byId(link.accountId);
  if (account === null && link.accountId === null)
    return { kind: 'INVALID_NAME', message: `Somebody already has the name ${name}. Choose another.` };
  if (account === null || account.disabled) return spent;
  await tx.change(account.id, { passwordHash });
  await tx.record(account, 'PASSWORD_CHOSEN', account.id);
  await tx.dropLink(link.accountId);
  // There is a coordinator now, so the first coordinator's link is not needed any more.
  if (account.role === 'COORDINATOR') await tx.dropLink(null);
  return { kind: 'DONE' };
}

async function addCoordinator(tx: AccountsTransaction, name: string): Promise<Account | null> {
  const account = await tx.add({ name, role: 'COORDINATOR', organizationId: null, passwordHash: null, demo: false });
  if (account !== null) await tx.record(account, 'ADDED', account.id);
  return account;
}
