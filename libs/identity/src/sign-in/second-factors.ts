import type { VaultCipher } from '@haven/security';
import type { Account } from '../accounts/account.js';

/** The secrets of second factors. The database has only sealed ones, and each opens only for its own account. */
export interface SecondFactors {
  seal(accountId: string, secret: string): Uint8Array;
  open(account: Account): string | null;
}

const purpose = (accountId: string): string => `second factor of ${accountId}`;

/** Sealed with the account keys. */
export const createSecondFactors = (cipher: VaultCipher): SecondFactors => ({
  seal: (accountId, secret) => cipher.seal(Buffer.from(secret), purpose(accountId)),
  open: ({ id, secondFactor }) => {
    if (secondFactor === null) return null;
    const opened = cipher.open(secondFactor, purpose(id));
    if (!opened.ok) throw new Error(`A second factor cannot be opened (${opened.error}): put back keys/account-key, or reset the account`);
    return Buffer.from(opened.value).toString();
  },
});
