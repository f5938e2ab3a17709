import type { Role } from '@haven/security';
import type { Account } from '../accounts/account.js';

/** A row of `identity.account`. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organization_id: string | null;
  readonly password_hash: string | null;
  readonly second_factor: Uint8Array | null;
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly generation: number;
  readonly created_at: Date;
}

/** The account of a row. */
export const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  name: row.name,
  role: row.role,
  organizationId: row.organization_id,
  passwordHash: row.password_hash,
  secondFactor: row.second_factor,
  disabled: row.disabled,
  demo: row.demo,
  generation: row.generation,
  createdAt: row.created_at,
});
