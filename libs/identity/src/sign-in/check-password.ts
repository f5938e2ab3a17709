import type { Account } from '../accounts/account.js';
import { TooManyWaiting } from '../accounts/gate.js';
import { foldedName } from '../accounts/sign-in-name.js';
import { addressBucket, nameBucket, placeBucket, placeOf, type Bucket } from './bucket.js';
import { letIn, mayEnter } from './let-in.js';
import type { Attempt, SignInAnswer } from './ports.js';
import type { SignInParts } from './parts.js';
import { newSecret, uriOf } from './second-factor.js';

const busySeconds = 5;
const longestName = 100;
const longestPassword = 1_000;

/** Checks name and password. Work and answer are the same for a wrong password, an unknown name and a closed account. */
export async function checkPassword(parts: SignInParts, attempt: Attempt): Promise<SignInAnswer> {
  const name = foldedName(attempt.name.slice(0, longestName));
  const place = placeOf(attempt.address);
  const { account, isKnownPlace } = await parts.store.byName(name, place);
  const buckets = bucketsOf(name, place, isKnownPlace ? account : null);
  const seconds = await parts.attempts.begin(buckets);
  if (seconds > 0) return { kind: 'WAIT', seconds };
  const isRight = await matches(parts, account, attempt.password);
  if (isRight === 'busy') return parts.attempts.undo(buckets).then(() => ({ kind: 'WAIT', seconds: busySeconds }));
  if (!isRight || !mayEnter(account, attempt)) return { kind: 'REFUSED' };
  await parts.attempts.undo(buckets);
  return afterPassword(parts, account, place);
}

/** Where an attempt is counted. known: the account, at a place of its owner. */
export const bucketsOf = (name: string, place: number, known: Account | null): readonly Bucket[] => [
  known ? placeBucket(known.id, place) : nameBucket(name),
  addressBucket(place),
];

/** A long password is cut, never refused early: that would be faster and tell something. */
async function matches({ passwords }: SignInParts, account: Account | null, password: string): Promise<boolean | 'busy'> {
  try {
    return await passwords.matches(account?.passwordHash ?? null, password.slice(0, longestPassword));
  } catch (error) {
    if (error instanceof TooManyWaiting) return 'busy';
    throw error;
  }
}

function afterPassword(parts: SignInParts, account: Account, place: number): Promise<SignInAnswer> | SignInAnswer {
  const { id: accountId, generation } = account;
  if (account.secondFactor !== null)
    return { kind: 'CODE_NEEDED', ticket: parts.tickets.issue({ accountId, generation, newSecret: null }) };
  // A demo account works on this machine only, and its password changes with each start.
  if (!parts.secondFactorRequired || account.demo) return letIn(parts, account, place);
  const secret = newSecret();
  const ticket = parts.tickets.issue({ accountId, generation, newSecret: secret });
  return { kind: 'ENROL', ticket, secret, uri: uriOf(secret, account.name) };
}
