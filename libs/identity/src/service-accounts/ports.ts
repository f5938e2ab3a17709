import type { Role } from '@haven/security';
import type { JWK } from 'jose';

/** A program of an organization that signs in with its own key. */
export interface ServiceAccountRecord {
  /** The client id. People choose it. */
  readonly id: string;
  readonly role: Role;
  readonly organizationId: string | null;
  readonly keys: readonly (JWK & { kid: string })[];
  readonly disabled: boolean;
}

/** Storage of service accounts. */
export interface ServiceAccountStore {
  list(): Promise<readonly ServiceAccountRecord[]>;
  /** False: the id is taken. */
  add(account: ServiceAccountRecord): Promise<boolean>;
  /** Changes the account under a lock; null: there is none, and nothing changed. */
  change(id: string, change: (account: ServiceAccountRecord) => ServiceAccountRecord): Promise<ServiceAccountRecord | null>;
}
