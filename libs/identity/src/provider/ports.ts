import type { Role } from '@haven/security';
import type { Adapter, JWKS } from 'oidc-provider';

/** The provider's records, by kind. All of them expire. */
export interface ProviderRecords {
  /** The records of one kind, with the interface that oidc-provider expects. */
  of(kind: string): Adapter;
  /** A session was used, so extend it. */
  prolongSession(sessionUid: string): Promise<void>;
  /** Ends one session, with everything issued in it. */
  endSession(sessionUid: string): Promise<void>;
  /** Ends every session of an account, with everything issued in them. */
  endSessionsOf(accountId: string): Promise<void>;
}

/** A program of an organization that signs in with its own key. */
export interface ServiceAccount {
  readonly id: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** Public keys. All are valid, so that a new one can be added before the old one is removed. */
  readonly keys: JWKS;
}

/** Reads who is a service account. */
export interface ServiceAccounts {
  /** null: unknown or disabled. */
  find(id: string): Promise<ServiceAccount | null>;
}
