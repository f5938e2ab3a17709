import type { Role } from '@haven/security';
import type { JWK } from 'jose';

/** A program of an organization that signs in with a key of its own. */
export interface ServiceAccountRecord {
  /** The client id; people choose it. */
  readonly id: string;
  readonly role: Role;
  readonly organizationId: string | null;
  readonly keys: readonly (JWK & { kid: string })[];
  readonly disabled: boolean;
}

/** Where service accounts are kept. */
export interface ServiceAccountStore {
  list(): Promise<readonly ServiceAccountRecord[]>;
  /** False: somebody has the id. */
  add(account: ServiceAccountRecord): Promise<boolean>;
  /** Changes it under a lock; null: there is none, and nothing was changed. */
  change(id: string, change: (account: ServiceAccountRecord) => ServiceAccountRecord): Promise<ServiceAccountRecord | null>;
}
