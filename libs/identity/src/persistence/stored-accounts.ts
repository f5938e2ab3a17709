import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { linkHours } from '../accounts/one-time-token.js';
import type { Accounts, AccountsTransaction } from '../accounts/ports.js';
import { accountChanges, accounts as stored, demoEnds, knownPlaces } from './identity-entities.js';

const countsStill = 'expires_at > clock_timestamp()';

/** Accounts on their database. */
export const storedAccounts = (database: Database): Accounts => ({
  list: () => database.read((tx) => tx.find(stored, { order: { name: 'ASC' } })),
  readLink: (tokenHash) =>
    database.read(async (tx) => {
      const sql = `SELECT a.name FROM identity.link l LEFT JOIN identity.account a ON a.id = l.account_id
        WHERE l.token_hash = $1 AND ${countsStill} AND (l.account_id IS NULL OR NOT a.disabled)`;
      const [link] = await tx.query<{ name: string | null }[]>(sql, [tokenHash]);
      return link ?? null;
    }),
  inTransaction: (work) => database.transaction((tx) => work(accountsIn(tx))),
});

const locked = { mode: 'pessimistic_write' } as const;
const now = () => 'clock_timestamp()';

const accountsIn = (tx: EntityManager): AccountsTransaction => ({
  byName: (name) => tx.findOne(stored, { where: { name }, lock: locked }),
  byId: (id) => tx.findOne(stored, { where: { id }, lock: locked }),
  add: async ({ name, role, organizationId, passwordHash, demo }) => {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO identity.account (id, name, role, organization_id, password_hash, demo, created_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp()) ON CONFLICT (name) DO NOTHING`,
      [id, name, role, organizationId, passwordHash, demo],
    );
    return tx.findOneBy(stored, { id });
  },
  change: async (id, { newGeneration, ...change }) => {
    await tx.update(stored, { id }, { ...change, changedAt: now, ...(newGeneration && { generation: () => 'generation + 1' }) });
  },
  remove: async (id) => {
    await tx.delete(knownPlaces, { accountId: id });
    await tx.delete(stored, { id });
  },
  demoAccounts: () => tx.find(stored, { where: { demo: true }, lock: locked }),
  hasCoordinator: () => tx.existsBy(stored, { role: 'COORDINATOR', demo: false, disabled: false, passwordHash: Not(IsNull()) }),
  record: async ({ id: accountId, name }, action, actor) => {
    await tx.insert(accountChanges, { id: randomUUID(), accountId, name, action, actor, at: now });
  },
  ...linksIn(tx),
  demoIsOver: () => tx.existsBy(demoEnds, {}),
  endDemo: async () => {
    await tx.query('INSERT INTO identity.demo_end VALUES (true) ON CONFLICT DO NOTHING');
  },
});

type Links = Pick<AccountsTransaction, 'putLink' | 'lockLink' | 'dropLink'>;

const linksIn = (tx: EntityManager): Links => ({
  putLink: async (tokenHash, accountId) => {
    await tx.query(`DELETE FROM identity.link WHERE account_id IS NOT DISTINCT FROM $1 OR NOT ${countsStill}`, [accountId]);
    const sql = 'INSERT INTO identity.link VALUES ($1, $2, clock_timestamp() + make_interval(hours => $3))';
    await tx.query(sql, [tokenHash, accountId, linkHours]);
  },
  lockLink: async (tokenHash) => {
    const sql = `SELECT account_id FROM identity.link WHERE token_hash = $1 AND ${countsStill} FOR UPDATE`;
    const [link] = await tx.query<{ account_id: string | null }[]>(sql, [tokenHash]);
    return link ? { accountId: link.account_id } : null;
  },
  dropLink: async (accountId) => {
    await tx.query('DELETE FROM identity.link WHERE account_id IS NOT DISTINCT FROM $1', [accountId]);
  },
});
