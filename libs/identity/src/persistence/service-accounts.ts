import type { Database } from '@haven/persistence';
import type { Role } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { ServiceAccounts } from '../provider/ports.js';
import type { ServiceAccountRecord, ServiceAccountStore } from '../service-accounts/ports.js';

interface Row {
  readonly id: string;
  readonly role: Role;
  readonly organization_id: string | null;
  readonly keys: ServiceAccountRecord['keys'];
  readonly disabled: boolean;
}

const recordOf = ({ organization_id: organizationId, ...rest }: Row): ServiceAccountRecord => ({ ...rest, organizationId });
const select = 'SELECT id, role, organization_id, keys, disabled FROM identity.service_account';

/** Service accounts on their table. */
export const serviceAccountStore = (database: Database): ServiceAccountStore & ServiceAccounts => ({
  list: async () => (await database.transaction((tx) => tx.query<Row[]>(`${select} ORDER BY id`))).map(recordOf),
  find: async (id) => {
    const [row] = await database.transaction((tx) => tx.query<Row[]>(`${select} WHERE id = $1 AND NOT disabled`, [id]));
    return row ? { id: row.id, role: row.role, organizationId: row.organization_id, keys: { keys: [...row.keys] as never } } : null;
  },
  add: async ({ id, role, organizationId, keys, disabled }) => {
    const added = await database.transaction((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO identity.service_account (id, role, organization_id, keys, disabled) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, role, organizationId, JSON.stringify(keys), disabled],
      ),
    );
    return added.length > 0;
  },
  change: (id, change) => database.transaction((tx) => changed(tx, id, change)),
});

async function changed(tx: EntityManager, id: string, change: (account: ServiceAccountRecord) => ServiceAccountRecord) {
  const [row] = await tx.query<Row[]>(`${select} WHERE id = $1 FOR UPDATE`, [id]);
  if (!row) return null;
  const next = change(recordOf(row));
  await tx.query('UPDATE identity.service_account SET keys = $2, disabled = $3 WHERE id = $1', [
    id,
    JSON.stringify(next.keys),
    next.disabled,
  ]);
  return next;
}
