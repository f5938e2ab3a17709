import type { Account } from '../accounts/account.js';
import { placeBucket } from './bucket.js';
import type { SignedIn, SignInAnswer, Visitor } from './ports.js';
import type { SignInParts } from './parts.js';

/** The account as tokens describe it. */
export const signedInOf = ({ id, role, organizationId, name, generation }: Account): SignedIn => ({
  accountId: id,
  role,
  organizationId,
  name,
  generation,
});

/** Whether the account may sign in at all, from there. The passwords of demo accounts are printed on a screen. */
export const mayEnter = (account: Account | null, { isLocal }: Visitor): account is Account =>
  account !== null && !account.disabled && (!account.demo || isLocal);

/** The sign-in succeeded. From now on the account has its own counter at this place. */
export async function letIn({ store, attempts }: SignInParts, account: Account, place: number): Promise<SignInAnswer> {
  await store.rememberPlace(account.id, place);
  await attempts.forget(placeBucket(account.id, place));
  return { kind: 'SIGNED_IN', account: signedInOf(account) };
}
