import type { Account } from '../accounts/account.js';
import type { Bucket } from './bucket.js';

/** An account, and whether its owner signed in from the place before. */
export interface AccountAtPlace {
  readonly account: Account | null;
  readonly isKnownPlace: boolean;
}

/** What sign-in keeps. */
export interface SignInStore {
  /** The same reads whether there is such an account or not. */
  byName(name: string, place: number): Promise<AccountAtPlace>;
  byId(id: string, place: number): Promise<AccountAtPlace>;
  /** Takes the step for a code, unless it or a later one was taken before. */
  takeStep(account: Account, step: number): Promise<boolean>;
  /** The same with the first code of a new second factor, unless the account has one by now. */
  addSecondFactor(account: Account, sealed: Uint8Array, step: number): Promise<boolean>;
  rememberPlace(accountId: string, place: number): Promise<void>;
}

/** Wrong attempts; they outlive the process and go by the database's clock. */
export interface Attempts {
  /** Counts an attempt as wrong in each bucket, before anything is known of it. Otherwise answers for how many seconds it may not be made. */
  begin(buckets: readonly Bucket[]): Promise<number>;
  /** The attempt was not wrong. */
  undo(buckets: readonly Bucket[]): Promise<void>;
  forget(bucket: Bucket): Promise<void>;
}
