import type { Account } from '../accounts/account.js';
import type { Bucket } from './bucket.js';

/** An account, and whether its owner signed in from this place before. */
export interface AccountAtPlace {
  readonly account: Account | null;
  readonly isKnownPlace: boolean;
}

/** What sign-in stores. */
export interface SignInStore {
  /** Makes the same reads whether or not the account exists. */
  byName(name: string, place: number): Promise<AccountAtPlace>;
  byId(id: string, place: number): Promise<AccountAtPlace>;
  /** Uses up the step of a code, unless it or a later one was used before. */
  takeStep(account: Account, step: number): Promise<boolean>;
  /** The same with the first code of a new second factor, unless the account has one by now. */
  addSecondFactor(account: Account, sealed: Uint8Array, step: number): Promise<boolean>;
  rememberPlace(accountId: string, place: number): Promise<void>;
}

/** Wrong attempts. They survive restarts and use the database's clock. */
export interface Attempts {
  /** Counts an attempt as wrong in each bucket, before anything is checked. If it is not allowed yet, answers the seconds to wait. */
  begin(buckets: readonly Bucket[]): Promise<number>;
  /** The attempt was right, so it does not count. */
  undo(buckets: readonly Bucket[]): Promise<void>;
  forget(bucket: Bucket): Promise<void>;
}
