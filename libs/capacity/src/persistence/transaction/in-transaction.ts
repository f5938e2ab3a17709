import { availabilityTopic, availabilityType } from '@haven/events';
import { emitAll, type OutgoingEvent } from '@haven/messaging';
import { once } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { CapacityTransaction, NewHold, StoredHold } from '../../ports.js';
import { ShelterBusy } from '../../turns/take-turns.js';
import { bedPools } from '../bed-pools.js';
import { holds, newsOf, storedHold, type HoldMade } from '../holds.js';
import { intakes } from '../intakes.js';
import { lockShelter } from './lock-shelter.js';
import { newCaseReference } from '../new-case-reference.js';
import { isLockTimeout } from './after-deadlock.js';
import { snapshotOf, wasToldOf, withoutBeds, type AvailabilityRow } from '../reading/read-availability.js';
import { forgotten, retelling } from '../retelling.js';
import { services } from '../service-refs.js';
import { surges } from '../surges.js';
import { waitlists } from '../waitlist.js';

/**
 * Capacity within an open transaction. One statement at its end writes the events of the work. `shelters`: those for which the work has
 * queued; null: it is no caller's work and has not queued.
 */
export async function inTransaction<T>(
  tx: EntityManager,
  work: (capacity: CapacityTransaction) => Promise<T>,
  shelters: ReadonlySet<string> | null = null,
): Promise<T> {
  const news: OutgoingEvent[] = [];
  const answer = await work(capacityTransaction(tx, news, shelters));
  await emitAll(tx, 'capacity', news);
  return answer;
}

const capacityTransaction = (tx: EntityManager, news: OutgoingEvent[], shelters: ReadonlySet<string> | null): CapacityTransaction => ({
  once: (call, work) => once(tx, { schema: 'capacity', ...call }, work),
  ...services(tx),
  ...bedPools(tx),
  ...holds(tx, news),
  newCaseReference: () => newCaseReference(tx),
  ...intakes(tx),
  ...waitlists(tx),
  ...surges(tx),
  ...retelling(tx, news),
  lockShelter: (serviceId, organizationId) => inLine(shelters, serviceId, () => lockShelter(tx, serviceId, organizationId)),
  allOrNothing: (work) => allOrNothing(tx, news, work),
  lockBeds: (serviceId) =>
    inLine(shelters, serviceId, async () => {
      await tx.query('SELECT capacity.lock_beds($1)', [serviceId]);
    }),
  lockBedsOfPool: async (poolId) => {
    const sql = 'SELECT service_id, capacity.lock_beds(service_id) FROM capacity.bed_pool WHERE id = $1 AND NOT closed';
    const [locked] = await lockOrBusy(() => tx.query<{ service_id: string }[]>(sql, [poolId]));
    if (locked) failOutOfLine(shelters, locked.service_id);
    return locked?.service_id ?? null;
  },
  announce: (serviceId) => announce(tx, news, serviceId),
  claimAndAnnounce: (hold) => claimAndAnnounce(tx, news, hold),
  withdrawBeds: (serviceId) => withdrawBeds(tx, news, serviceId),
});

/**
 * Locks a shelter for which the work has queued. A call that waits for a lock keeps a connection from all other shelters, so it must queue
 * first.
 */
async function inLine<T>(shelters: ReadonlySet<string> | null, serviceId: string, lock: () => Promise<T>): Promise<T> {
  failOutOfLine(shelters, serviceId);
  return lockOrBusy(lock, serviceId);
}

function failOutOfLine(shelters: ReadonlySet<string> | null, serviceId: string): void {
  if (shelters && !shelters.has(serviceId)) throw new Error('This work changes beds of a shelter for which it has not queued');
}

const lockOrBusy = <T>(lock: () => Promise<T>, serviceId?: string): Promise<T> =>
  lock().catch((error: unknown) => {
    throw isLockTimeout(error) ? new ShelterBusy(serviceId) : error;
  });

const nextAvailability = 'SELECT capacity.next_availability($1) AS row';

async function announce(tx: EntityManager, news: OutgoingEvent[], serviceId: string): Promise<void> {
  const [{ row }] = await tx.query<[{ row: AvailabilityRow }]>(nextAvailability, [serviceId]);
  tellOf(news, row);
}

/** Reads the beds after the claim: the second function sees what the first one did. */
async function claimAndAnnounce(tx: EntityManager, news: OutgoingEvent[], hold: NewHold): Promise<StoredHold> {
  const sql = 'SELECT capacity.claim_beds($1) AS made, capacity.next_availability($2) AS row';
  const [{ made, row }] = await tx.query<[{ made: HoldMade; row: AvailabilityRow }]>(sql, [JSON.stringify(hold), hold.serviceId]);
  const stored = storedHold(hold, made);
  news.push(newsOf(stored));
  tellOf(news, row);
  return stored;
}

function tellOf(news: OutgoingEvent[], row: AvailabilityRow): void {
  // A withdrawn service has left the topic. Later changes by its last holds are not published.
  if (row.active) news.push({ topic: availabilityTopic, key: row.service_id, type: availabilityType, data: snapshotOf(row) });
}

async function withdrawBeds(tx: EntityManager, news: OutgoingEvent[], serviceId: string): Promise<void> {
  if (!(await wasToldOf(tx, serviceId))) return;
  const [{ row }] = await tx.query<[{ row: AvailabilityRow }]>(nextAvailability, [serviceId]);
  // Subscribers get states and no tombstones: the last state has no beds.
  news.push({ topic: availabilityTopic, key: serviceId, type: availabilityType, data: withoutBeds(row) }, forgotten(serviceId));
}

async function allOrNothing<T>(
  tx: EntityManager,
  news: OutgoingEvent[],
  work: () => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  const before = news.length;
  await tx.query('SAVEPOINT all_or_nothing');
  const { keep, value } = await work();
  if (!keep) {
    await tx.query('ROLLBACK TO SAVEPOINT all_or_nothing');
    news.length = before;
  }
  // Undone or not, what follows belongs to the transaction itself again.
  await tx.query('RELEASE SAVEPOINT all_or_nothing');
  return value;
}
