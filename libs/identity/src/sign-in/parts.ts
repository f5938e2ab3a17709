import type { Passwords } from '../accounts/passwords.js';
import type { Accounts } from '../accounts/ports.js';
import type { SecondFactors } from './second-factors.js';
import type { Attempts, SignInStore } from './store.js';
import type { Tickets } from './ticket.js';
import type { Clock } from '@haven/kernel';

/** What sign-in needs. */
export interface SignInParts {
  readonly accounts: Accounts;
  readonly store: SignInStore;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly secondFactors: SecondFactors;
  readonly tickets: Tickets;
  readonly clock: Clock;
  /** Whether this deployment requires a second factor. */
  readonly secondFactorRequired: boolean;
}
