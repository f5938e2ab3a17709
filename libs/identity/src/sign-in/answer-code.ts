import type { Account } from '../accounts/account.js';
import { placeOf } from './bucket.js';
import { bucketsOf } from './check-password.js';
import { letIn, mayEnter } from './let-in.js';
import type { CodeAttempt, SignInAnswer } from './ports.js';
import type { SignInParts } from './parts.js';
import { stepOf } from './second-factor.js';
import type { Ticket } from './ticket.js';

/** Checks the code of a second factor. Wrong codes count like wrong passwords, because there are only a million codes. */
export async function answerCode(parts: SignInParts, attempt: CodeAttempt): Promise<SignInAnswer> {
  const ticket = parts.tickets.open(attempt.ticket);
  if (ticket === null) return { kind: 'REFUSED' };
  const place = placeOf(attempt.address);
  const { account, isKnownPlace } = await parts.store.byId(ticket.accountId, place);
  if (!mayEnter(account, attempt) || account.generation !== ticket.generation) return { kind: 'REFUSED' };
  const buckets = bucketsOf(account.name, place, isKnownPlace ? account : null);
  const seconds = await parts.attempts.begin(buckets);
  if (seconds > 0) return { kind: 'WAIT', seconds };
  if (!(await isRight(parts, account, ticket, attempt.code))) return { kind: 'CODE_WRONG' };
  await parts.attempts.undo(buckets);
  return letIn(parts, account, place);
}

async function isRight({ secondFactors, store, clock }: SignInParts, account: Account, ticket: Ticket, code: string): Promise<boolean> {
  const { newSecret } = ticket;
  const secret = newSecret ?? secondFactors.open(account);
  const step = secret === null ? null : stepOf(secret, code, clock.now());
  if (step === null) return false;
  if (newSecret === null) return store.takeStep(account, step);
  return store.addSecondFactor(account, secondFactors.seal(account.id, newSecret), step);
}
