import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import type { Account } from '../accounts/account.js';
import type { AccountAtPlace, SignInStore } from '../sign-in/store.js';
import { accountOf, type AccountRow } from './account-row.js';

/** An account is counted apart at this many places at most; the one that was not seen for longest goes. */
const mostPlaces = 10;

/** What sign-in keeps, on its database. */
export const storedSignIn = (database: Database): SignInStore => ({
  byName: (name, place) => atPlace(database, 'name = $1', name, place),
  byId: (id, place) => atPlace(database, 'id::text = $1', id, place),
  takeStep: (account, step) => takeStep(database, account, step, null),
  addSecondFactor: (account, sealed, step) => takeStep(database, account, step, sealed),
  rememberPlace: (accountId, place) =>
    database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO identity.known_place VALUES ($1, $2, clock_timestamp())
         ON CONFLICT (account_id, place) DO UPDATE SET seen_at = clock_timestamp()`,
        [accountId, place],
      );
      await tx.query(
        `DELETE FROM identity.known_place WHERE account_id = $1 AND place NOT IN
           (SELECT place FROM identity.known_place WHERE account_id = $1 ORDER BY seen_at DESC LIMIT $2)`,
        [accountId, mostPlaces],
      );
    }),
});

function atPlace(database: Database, condition: string, value: string, place: number): Promise<AccountAtPlace> {
  return database.transaction(async (tx) => {
    const sql = `SELECT a.*, EXISTS (SELECT FROM identity.known_place p WHERE p.account_id = a.id AND p.place = $2) AS is_known_place
      FROM identity.account a WHERE ${condition}`;
    const [row] = await tx.query<(AccountRow & { is_known_place: boolean })[]>(sql, [value, place]);
    return row ? { account: accountOf(row), isKnownPlace: row.is_known_place } : { account: null, isKnownPlace: false };
  });
}

/** Conditions stand in the statement: of two that come with one code at once, one is too late. */
function takeStep(database: Database, { id, name, generation }: Account, step: number, sealed: Uint8Array | null): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE identity.account SET last_step = $3, second_factor = coalesce($4, second_factor), changed_at = clock_timestamp()
       WHERE id = $1 AND generation = $2 AND NOT disabled AND (last_step IS NULL OR last_step < $3)
         AND (second_factor IS NULL) = ($4::bytea IS NOT NULL)`,
      [id, generation, step, sealed],
    );
    if (changed === 1 && sealed !== null)
      await tx.query(`INSERT INTO identity.account_change VALUES ($1, $2, $3, 'SECOND_FACTOR_ADDED', $4, clock_timestamp())`, [
        randomUUID(),
        id,
        name,
        id,
      ]);
    return changed === 1;
  });
}
