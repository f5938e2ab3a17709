import { hashOfToken, newToken } from './one-time-token.js';
import type { Accounts } from './ports.js';

/** A new token for the one link that makes the first coordinator; the previous link becomes invalid. Null: there is a coordinator. */
export function firstCoordinatorToken(accounts: Accounts): Promise<string | null> {
  return accounts.inTransaction(async (tx) => {
    if (await tx.hasCoordinator()) return null;
    const token = newToken();
    await tx.putLink(hashOfToken(token), null);
    return token;
  });
}
