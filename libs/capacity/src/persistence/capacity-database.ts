import { availabilityTopic, availabilityType } from '@haven/contracts';
import { emitAll, type OutgoingEvent } from '@haven/messaging';
import { once, openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Capacity, CapacityTransaction, NewHold, StoredHold } from '../application/ports.js';
import { takeTurns } from '../application/take-turns.js';
import { bedPools } from './bed-pools.js';
import { capacityEntities } from './capacity-entities.js';
import { holds, newsOf, storedHold, type HoldMade } from './holds.js';
import { intakes, readIntake } from './intakes.js';
import { capacityMigrations } from './migrations.js';
import { onceMoreAfterDeadlock } from './once-more.js';
import { readAvailabilityPage } from './read-availability-page.js';
import { readAvailability, snapshotOf, wasToldOf, withoutBeds, type AvailabilityRow } from './read-availability.js';
import { holdReads } from './read-holds.js';
import { readOccupancyChanges } from './read-occupancy-changes.js';
import { lockShelter } from './lock-shelter.js';
import { readReconciliation } from './read-reconciliation.js';
import { forgotten, retelling, retellingReads } from './retelling.js';
import { serviceRefs } from './service-refs.js';
import { surgeReads, surges } from './surges.js';
import { readDueWaits, readWaiting, readWaitlist, waitlists } from './waitlist.js';

/** Opens capacity's schema; every transaction runs under a role that reaches no other one and cannot rewrite history. */
export const openCapacityDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'capacity',
    connection,
    entities: capacityEntities,
    migrations: capacityMigrations,
    role: 'haven_capacity',
  });

/** One works at a shelter and the next one stands at its lock already: more would only keep connections from other shelters. */
const atOneShelter = { abreast: 2, most: 500 } as const;

/** Capacity on its database. */
export function capacityOn(database: Database): Capacity {
  const turns = takeTurns(atOneShelter);
  return {
    transaction: (work, shelterId) => {
      const whole = () => onceMoreAfterDeadlock(() => database.transaction((tx) => inTransaction(tx, work)));
      return shelterId === undefined ? whole() : turns(shelterId, whole);
    },
    hasService: async (serviceId) => {
      const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM capacity.service_ref WHERE service_id = $1', [serviceId]);
      return rows.length > 0;
    },
    availability: async (serviceId) => {
      const row = await readAvailability(database.dataSource.manager, serviceId);
      return row?.active ? snapshotOf(row) : null;
    },
    service: (serviceId) => serviceRefs(database.dataSource.manager).service(serviceId),
    ...surgeReads(database),
    reconciliation: (serviceId) => readReconciliation(database.dataSource, serviceId),
    waiting: (id) => readWaiting(database.dataSource, id),
    waitlist: (serviceId) => readWaitlist(database.dataSource, serviceId),
    servicesWithDueWaits: () => readDueWaits(database.dataSource),
    intake: (serviceId) => readIntake(database.dataSource, serviceId),
    ...holdReads(database),
    ...retellingReads(database),
    availabilityPage: (scope, after) => readAvailabilityPage(database, scope, after),
    occupancyChanges: (serviceId, span) => readOccupancyChanges(database, serviceId, span),
  };
}

/** Capacity within a transaction that is already open. What the world will hear of the work is written in one statement at its end. */
export async function inTransaction<T>(tx: EntityManager, work: (capacity: CapacityTransaction) => Promise<T>): Promise<T> {
  const news: OutgoingEvent[] = [];
  const answer = await work(capacityTransaction(tx, news));
  await emitAll(tx, 'capacity', news);
  return answer;
}

const capacityTransaction = (tx: EntityManager, news: OutgoingEvent[]): CapacityTransaction => ({
  once: (call, work) => once(tx, { schema: 'capacity', ...call }, work),
  ...serviceRefs(tx),
  ...bedPools(tx),
  ...holds(tx, news),
  ...intakes(tx),
  ...waitlists(tx),
  ...surges(tx),
  ...retelling(tx, news),
  lockShelter: (serviceId, organizationId) => lockShelter(tx, serviceId, organizationId),
  allOrNothing: (work) => allOrNothing(tx, news, work),
  lockBeds: async (serviceId) => {
    await tx.query('SELECT capacity.lock_beds($1)', [serviceId]);
  },
  announce: (serviceId) => announce(tx, news, serviceId),
  claimAndAnnounce: (hold) => claimAndAnnounce(tx, news, hold),
  withdrawBeds: (serviceId) => withdrawBeds(tx, news, serviceId),
});

const nextAvailability = 'SELECT capacity.next_availability($1) AS row';

async function announce(tx: EntityManager, news: OutgoingEvent[], serviceId: string): Promise<void> {
  const [{ row }] = await tx.query<[{ row: AvailabilityRow }]>(nextAvailability, [serviceId]);
  tellOf(news, row);
}

/** The beds as they are after the claim: what is inside the second function sees what the first one did. */
async function claimAndAnnounce(tx: EntityManager, news: OutgoingEvent[], hold: NewHold): Promise<StoredHold> {
  const sql = 'SELECT capacity.claim_beds($1) AS made, capacity.next_availability($2) AS row';
  const [{ made, row }] = await tx.query<[{ made: HoldMade; row: AvailabilityRow }]>(sql, [JSON.stringify(hold), hold.serviceId]);
  const stored = storedHold(hold, made);
  news.push(newsOf(stored));
  tellOf(news, row);
  return stored;
}

function tellOf(news: OutgoingEvent[], row: AvailabilityRow): void {
  // A withdrawn service has left the topic; what its last holds still change is nobody else's to see.
  if (row.active) news.push({ topic: availabilityTopic, key: row.service_id, type: availabilityType, data: snapshotOf(row) });
}

async function withdrawBeds(tx: EntityManager, news: OutgoingEvent[], serviceId: string): Promise<void> {
  if (!(await wasToldOf(tx, serviceId))) return;
  const [{ row }] = await tx.query<[{ row: AvailabilityRow }]>(nextAvailability, [serviceId]);
  // Whoever watches changes is told states and no tombstones: the last one has no bed.
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
  // Undone or not: what follows belongs to the transaction itself again.
  await tx.query('RELEASE SAVEPOINT all_or_nothing');
  return value;
}
