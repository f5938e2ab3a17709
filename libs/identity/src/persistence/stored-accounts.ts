import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.js';
import { linkHours } from '../accounts/one-time-token.js';
import type { Accounts, AccountsTransaction } from '../accounts/ports.js';
import { accountOf, type AccountRow } from './account-row.js';

const countsStill = 'expires_at > clock_timestamp()';

/** Accounts on their database. */
export const storedAccounts = (database: Database): Accounts => ({
  list: () => database.transaction((tx) => accountsWhere(tx, 'true ORDER BY name', [])),
  readLink: (tokenHash) =>
    database.transaction(async (tx) => {
      const sql = `SELECT a.name FROM identity.link l LEFT JOIN identity.account a ON a.id = l.account_id
        WHERE l.token_hash = $1 AND ${countsStill} AND (l.account_id IS NULL OR NOT a.disabled)`;
      const [link] = await tx.query<{ name: string | null }[]>(sql, [tokenHash]);
      return link ?? null;
    }),
  inTransaction: (work) => database.transaction((tx) => work(accountsIn(tx))),
});

const accountsIn = (tx: EntityManager): AccountsTransaction => ({
  byName: (name) => first(accountsWhere(tx, 'name = $1 FOR UPDATE', [name])),
  byId: (id) => first(accountsWhere(tx, 'id = $1 FOR UPDATE', [id])),
  add: async ({ name, role, organizationId, passwordHash, demo }) => {
    const sql = `INSERT INTO identity.account (id, name, role, organization_id, password_hash, demo, created_at, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp()) ON CONFLICT (name) DO NOTHING RETURNING *`;
    const [row] = await tx.query<AccountRow[]>(sql, [randomUUID(), name, role, organizationId, passwordHash, demo]);
    return row ? accountOf(row) : null;
  },
  change: async (id, { newGeneration, ...change }) => {
    const given = Object.entries(change).map(([field, value]) => [columns[field as keyof typeof change], value] as const);
    const set = [
      'changed_at = clock_timestamp()',
      ...given.map(([column], index) => `${column} = $${index + 2}`),
      ...(newGeneration ? ['generation = generation + 1'] : []),
    ];
    await tx.query(`UPDATE identity.account SET ${set.join(', ')} WHERE id = $1`, [id, ...given.map(([, value]) => value)]);
  },
  remove: async (id) => {
    await tx.query('DELETE FROM identity.known_place WHERE account_id = $1', [id]);
    await tx.query('DELETE FROM identity.account WHERE id = $1', [id]);
  },
  demoAccounts: () => accountsWhere(tx, 'demo FOR UPDATE', []),
  hasCoordinator: async () => {
    const sql = `SELECT 1 FROM identity.account WHERE role = 'COORDINATOR' AND NOT demo AND NOT disabled AND password_hash IS NOT NULL LIMIT 1`;
    return (await tx.query<unknown[]>(sql)).length > 0;
  },
  record: async ({ id, name }, action, actor) => {
    const sql = 'INSERT INTO identity.account_change VALUES ($1, $2, $3, $4, $5, clock_timestamp())';
    await tx.query(sql, [randomUUID(), id, name, action, actor]);
  },
  ...linksIn(tx),
  demoIsOver: async () => (await tx.query<unknown[]>('SELECT 1 FROM identity.demo_end')).length > 0,
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

const columns = {
  passwordHash: 'password_hash',
  secondFactor: 'second_factor',
  disabled: 'disabled',
  organizationId: 'organization_id',
} as const;

async function accountsWhere(tx: EntityManager, condition: string, values: readonly unknown[]): Promise<readonly Account[]> {
  const rows = await tx.query<AccountRow[]>(`SELECT * FROM identity.account WHERE ${condition}`, [...values]);
  return rows.map(accountOf);
}

const first = async (found: Promise<readonly Account[]>): Promise<Account | null> => (await found)[0] ?? null;
