import type { Role } from '@haven/security';
import type { Adapter, JWKS } from 'oidc-provider';

/** What the provider remembers, by kind; all of it ends by itself. */
export interface ProviderRecords {
  /** The records of one kind, in the way that oidc-provider takes them. */
  of(kind: string): Adapter;
  /** A session is used: it goes on for as long as one may. */
  prolongSession(sessionUid: string): Promise<void>;
  /** Ends one session, with what was given out in it. */
  endSession(sessionUid: string): Promise<void>;
  /** Ends every session of an account, with what was given out in them. */
  endSessionsOf(accountId: string): Promise<void>;
}

/** A program of an organization that signs in with a key of its own. */
export interface ServiceAccount {
  readonly id: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** Public keys; each counts, so that a new one can come before the old one goes. */
  readonly keys: JWKS;
}

/** Reads who is a service account. */
export interface ServiceAccounts {
  /** null: unknown or disabled. */
  find(id: string): Promise<ServiceAccount | null>;
}
