import type { Account } from '../accounts/account.js';
import { placeBucket } from './bucket.js';
import type { SignedIn, SignInAnswer, Visitor } from './ports.js';
import type { SignInParts } from './parts.js';

/** The account as tokens tell it. */
export const signedInOf = ({ id, role, organizationId, name, generation }: Account): SignedIn => ({
  accountId: id,
  role,
  organizationId,
  name,
  generation,
});

/** Whether the account may sign in at all, from there. Demo accounts have passwords that stand on a screen. */
export const mayEnter = (account: Account | null, { isLocal }: Visitor): account is Account =>
  account !== null && !account.disabled && (!account.demo || isLocal);

/** Everything was right. From now on the account is counted apart at this place. */
export async function letIn({ store, attempts }: SignInParts, account: Account, place: number): Promise<SignInAnswer> {
  await store.rememberPlace(account.id, place);
  await attempts.forget(placeBucket(account.id, place));
  return { kind: 'SIGNED_IN', account: signedInOf(account) };
}
