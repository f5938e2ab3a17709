import type { Account, AccountAction, Actor } from './account.js';

/** An account that is made now. */
export type NewAccount = Pick<Account, 'name' | 'role' | 'organizationId' | 'passwordHash' | 'demo'>;

/** What of an account may change. */
export type AccountChange = Partial<Pick<Account, 'passwordHash' | 'secondFactor' | 'disabled' | 'organizationId'>> & {
  /** Whether what was issued before counts no more. */
  readonly newGeneration?: boolean;
};

/** Accounts within one transaction. */
export interface AccountsTransaction {
  /** Locks it until the end. */
  byName(name: string): Promise<Account | null>;
  byId(id: string): Promise<Account | null>;
  /** Null: somebody has the name, and nothing was added. */
  add(account: NewAccount): Promise<Account | null>;
  change(id: string, change: AccountChange): Promise<void>;
  remove(id: string): Promise<void>;
  demoAccounts(): Promise<readonly Account[]>;
  /** Whether somebody who is not of the demo can sign in as coordinator. */
  hasCoordinator(): Promise<boolean>;
  record(account: Pick<Account, 'id' | 'name'>, action: AccountAction, actor: Actor): Promise<void>;
  /** Puts a link in the place of the one before. accountId null: the link that makes the first coordinator. */
  putLink(tokenHash: string, accountId: string | null): Promise<void>;
  /** Locks a link that counts; null: there is none. */
  lockLink(tokenHash: string): Promise<OneTimeLink | null>;
  dropLink(accountId: string | null): Promise<void>;
  /** Whether the demo accounts were taken away for good. */
  demoIsOver(): Promise<boolean>;
  endDemo(): Promise<void>;
}

/** A link that counts. accountId null: it makes the first coordinator. */
export interface OneTimeLink {
  readonly accountId: string | null;
}

/** Accounts, as their use cases need them. */
export interface Accounts {
  list(): Promise<readonly Account[]>;
  /** Name null: it makes the first coordinator. */
  readLink(tokenHash: string): Promise<{ readonly name: string | null } | null>;
  inTransaction<T>(work: (accounts: AccountsTransaction) => Promise<T>): Promise<T>;
}
