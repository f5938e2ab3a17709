import { hashOfToken } from '../accounts/one-time-token.js';
import { useLink } from '../accounts/use-link.js';
import { answerCode } from './answer-code.js';
import { checkPassword } from './check-password.js';
import { signedInOf } from './let-in.js';
import type { SignInParts } from './parts.js';
import type { SignIn } from './ports.js';

/** Sign-in, for the pages and the tokens. */
export const createSignIn = (parts: SignInParts): SignIn => ({
  attempt: (attempt) => checkPassword(parts, attempt),
  answerCode: (attempt) => answerCode(parts, attempt),
  account: async (accountId) => {
    const { account } = await parts.store.byId(accountId, 0);
    return account === null || account.disabled ? null : signedInOf(account);
  },
  readLink: (token) => parts.accounts.readLink(hashOfToken(token)),
  useLink: (use) => useLink(parts.accounts, parts.passwords, use),
});
