import type { Database } from '@haven/persistence';
import type { BedsOf, Capacity, CapacityTransaction } from '../../ports.js';
import { ShelterBusy, takeTurns } from '../../turns/take-turns.js';
import { serviceIdsOf } from '../reading/service-ids.js';
import { inTransaction } from './in-transaction.js';
import { isLockTimeout, againAfterDeadlock } from './after-deadlock.js';

/** One call works at a shelter and the next waits for its lock. More would only take connections away from other shelters. */
const atOneShelter = { abreast: 2, most: 500 } as const;

/** Milliseconds to wait for a lock. */
export interface LockPatience {
  readonly changing: number;
  readonly tidying: number;
}

/** A change takes milliseconds. A transaction that keeps a shelter for seconds is stuck. The sweeper is back in a second. */
const usualPatience: LockPatience = { changing: 3_000, tidying: 250 };

/** The only ways to change beds: capacity has no other transactions. */
export function changingBeds(database: Database, patience = usualPatience): Pick<Capacity, 'changing' | 'tidying'> {
  const turns = takeTurns(atOneShelter);
  const attempt = <T>(shelters: readonly string[], lockTimeout: number, work: (tx: CapacityTransaction) => Promise<T>): Promise<T> => {
    const whole = () => database.transaction((tx) => inTransaction(tx, work, new Set(shelters)), { lockTimeout });
    return againAfterDeadlock(whole).catch((error: unknown) => {
      throw isLockTimeout(error) ? new ShelterBusy() : error;
    });
  };
  return {
    changing: async (beds, work) => {
      const shelters = await sheltersOf(database, beds);
      const locked = () => attempt(shelters, patience.changing, work);
      // Always in the same order, so that two groups that want the same shelters do not deadlock.
      return shelters.reduceRight((next, shelter) => () => turns(shelter, next), locked)();
    },
    tidying: (serviceId, work) =>
      attempt([serviceId], patience.tidying, work).catch((error: unknown) => {
        if (error instanceof ShelterBusy) return null;
        throw error;
      }),
  };
}

const tables = { poolId: 'bed_pool', holdId: 'hold', waitingId: 'waiting', surgeId: 'surge' } as const;

/** The services that own the beds, in a fixed order. Unknown ids have none. */
async function sheltersOf(database: Database, beds: BedsOf): Promise<readonly string[]> {
  if ('serviceIds' in beds) return [...new Set(beds.serviceIds)].sort();
  const [[key, id]] = Object.entries(beds) as [[keyof typeof tables, string]];
  const sql = `SELECT service_id FROM capacity.${tables[key]} WHERE id = $1`;
  return database.read((tx) => serviceIdsOf(tx, sql, [id]));
}
