import type { Account, AccountAction, Actor } from './account.js';

/** A new account. */
export type NewAccount = Pick<Account, 'name' | 'role' | 'organizationId' | 'passwordHash' | 'demo'>;

/** The parts of an account that may change. */
export type AccountChange = Partial<Pick<Account, 'passwordHash' | 'secondFactor' | 'disabled' | 'organizationId'>> & {
  /** Whether everything issued before becomes invalid. */
  readonly newGeneration?: boolean;
};

/** Accounts within one transaction. */
export interface AccountsTransaction {
  /** Locks the account until the end of the transaction. */
  byName(name: string): Promise<Account | null>;
  byId(id: string): Promise<Account | null>;
  /** Null: somebody already has the name, and nothing was added. */
  add(account: NewAccount): Promise<Account | null>;
  change(id: string, change: AccountChange): Promise<void>;
  remove(id: string): Promise<void>;
  demoAccounts(): Promise<readonly Account[]>;
  /** Whether a non-demo account can sign in as coordinator. */
  hasCoordinator(): Promise<boolean>;
  record(account: Pick<Account, 'id' | 'name'>, action: AccountAction, actor: Actor): Promise<void>;
  /** Replaces the previous link. accountId null: the link that makes the first coordinator. */
  putLink(tokenHash: string, accountId: string | null): Promise<void>;
  /** Locks a valid link; null: there is none. */
  lockLink(tokenHash: string): Promise<OneTimeLink | null>;
  dropLink(accountId: string | null): Promise<void>;
  /** Whether the demo accounts were removed for good. */
  demoIsOver(): Promise<boolean>;
  endDemo(): Promise<void>;
}

/** A valid link. accountId null: it makes the first coordinator. */
export interface OneTimeLink {
  readonly accountId: string | null;
}

/** Accounts, as their use cases need them. */
export interface Accounts {
  list(): Promise<readonly Account[]>;
  /** Name null: the link makes the first coordinator. */
  readLink(tokenHash: string): Promise<{ readonly name: string | null } | null>;
  inTransaction<T>(work: (accounts: AccountsTransaction) => Promise<T>): Promise<T>;
}
