import type { Clock } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import type { VaultCipher } from '@haven/security';
import { createPasswords, type Passwords } from './accounts/passwords.js';
import type { Accounts } from './accounts/ports.js';
import { storedAccounts } from './persistence/stored-accounts.js';
import { storedAttempts } from './persistence/stored-attempts.js';
import { storedSignIn } from './persistence/stored-sign-in.js';
import { createSignIn } from './sign-in/create-sign-in.js';
import type { SignIn } from './sign-in/ports.js';
import { createSecondFactors } from './sign-in/second-factors.js';
import { createTickets } from './sign-in/ticket.js';

/** Accounts and sign-in. */
export interface Identity {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly signIn: SignIn;
}

/** How identity is configured. */
export interface IdentityOptions {
  /** Seals second factors and tickets. */
  readonly cipher: VaultCipher;
  readonly clock: Clock;
  /** Whether everybody needs a second factor. */
  readonly secondFactorRequired: boolean;
  /** Default: argon2id. */
  readonly passwords?: Passwords;
}

/** Identity on its database. */
export function identityOn(database: Database, options: IdentityOptions): Identity {
  const { cipher, clock, secondFactorRequired, passwords = createPasswords() } = options;
  const accounts = storedAccounts(database);
  const signIn = createSignIn({
    accounts,
    store: storedSignIn(database),
    attempts: storedAttempts(database),
    passwords,
    secondFactors: createSecondFactors(cipher),
    tickets: createTickets(cipher, clock),
    clock,
    secondFactorRequired,
  });
  return { accounts, passwords, signIn };
}
