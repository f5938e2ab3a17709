import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import { Raw, type FindOptionsWhere } from 'typeorm';
import type { Account } from '../accounts/account.js';
import type { AccountAtPlace, SignInStore } from '../sign-in/store.js';
import { accountChanges, accounts, knownPlaces } from './identity-entities.js';

/** An account has its own counters at no more than this many places. The one unseen for longest is deleted. */
const mostPlaces = 10;
const nobody = '00000000-0000-0000-0000-000000000000';

/** What sign-in keeps, on its database. */
export const storedSignIn = (database: Database): SignInStore => ({
  byName: (name, place) => atPlace(database, { name }, place),
  byId: (id, place) => atPlace(database, { id: Raw((column) => `${column}::text = :id`, { id }) }, place),
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

function atPlace(database: Database, which: FindOptionsWhere<Account>, place: number): Promise<AccountAtPlace> {
  return database.read(async (tx) => {
    const account = await tx.findOneBy(accounts, which);
    // Also if there is no such account: the time it takes must not reveal that.
    const isKnownPlace = await tx.existsBy(knownPlaces, { accountId: account?.id ?? nobody, place });
    return { account, isKnownPlace };
  });
}

/** The statement checks the conditions: of two concurrent uses of one code, only one succeeds. */
function takeStep(database: Database, { id, name, generation }: Account, step: number, sealed: Uint8Array | null): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE identity.account SET last_step = $3, second_factor = coalesce($4, second_factor), changed_at = clock_timestamp()
       WHERE id = $1 AND generation = $2 AND NOT disabled AND (last_step IS NULL OR last_step < $3)
         AND (second_factor IS NULL) = ($4::bytea IS NOT NULL)`,
      [id, generation, step, sealed],
    );
    const change = { id: randomUUID(), accountId: id, name, action: 'SECOND_FACTOR_ADDED', actor: id } as const;
    if (changed === 1 && sealed !== null) await tx.insert(accountChanges, { ...change, at: () => 'clock_timestamp()' });
    return changed === 1;
  });
}
