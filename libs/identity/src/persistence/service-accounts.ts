import type { Database } from '@haven/persistence';
import type { ServiceAccounts } from '../provider/ports.js';
import type { ServiceAccountStore } from '../service-accounts/ports.js';
import { serviceAccounts } from './service-account-entity.js';

/** Service accounts on their table. */
export const serviceAccountStore = (database: Database): ServiceAccountStore & ServiceAccounts => ({
  list: () => database.read((tx) => tx.find(serviceAccounts, { order: { id: 'ASC' } })),
  find: async (id) => {
    const found = await database.read((tx) => tx.findOneBy(serviceAccounts, { id, disabled: false }));
    return found && { id, role: found.role, organizationId: found.organizationId, keys: { keys: [...found.keys] as never } };
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
  change: (id, change) =>
    database.transaction(async (tx) => {
      const stored = await tx.findOne(serviceAccounts, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) return null;
      const next = change(stored);
      await tx.update(serviceAccounts, { id }, { keys: [...next.keys], disabled: next.disabled });
      return next;
    }),
});
