import { availabilityTopic, availabilityType, availabilityWithdrawnType } from '@haven/contracts';
import { emit } from '@haven/messaging';
import { once, openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Capacity, CapacityTransaction } from '../application/ports.js';
import { bedPools } from './bed-pools.js';
import { capacityEntities } from './capacity-entities.js';
import { holds } from './holds.js';
import { intakes, readIntake } from './intakes.js';
import { capacityMigrations } from './migrations.js';
import { readAvailabilityPage } from './read-availability-page.js';
import { availabilityRows, nextAvailabilityRow, snapshotOf, type AvailabilityRow } from './read-availability.js';
import { holdReads } from './read-holds.js';
import { readOccupancyChanges } from './read-occupancy-changes.js';
import { readReconciliation } from './read-reconciliation.js';
import { serviceRefs } from './service-refs.js';
import { surgeReads, surges } from './surges.js';
import { readWaiting, readWaitlist, waitlists } from './waitlist.js';

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

/** Capacity on its database. */
export const capacityOn = (database: Database): Capacity => ({
  transaction: (work) => database.transaction((tx) => work(inTransaction(tx))),
  hasService: async (serviceId) => {
    const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM capacity.service_ref WHERE service_id = $1', [serviceId]);
    return rows.length > 0;
  },
  availability: async (serviceId) => {
    const sql = `${availabilityRows} WHERE s.service_id = $1 AND s.active`;
    const [row] = await database.dataSource.query<AvailabilityRow[]>(sql, [serviceId]);
    return row ? snapshotOf(row) : null;
  },
  service: (serviceId) => serviceRefs(database.dataSource.manager).service(serviceId),
  ...surgeReads(database),
  reconciliation: (serviceId) => readReconciliation(database.dataSource, serviceId),
  waiting: (id) => readWaiting(database.dataSource, id),
  waitlist: (serviceId) => readWaitlist(database.dataSource, serviceId),
  intake: (serviceId) => readIntake(database.dataSource, serviceId),
  ...holdReads(database),
  availabilityPage: (scope, after) => readAvailabilityPage(database, scope, after),
  occupancyChanges: (serviceId, span) => readOccupancyChanges(database, serviceId, span),
});

/** Capacity within a transaction that is already open. */
export const inTransaction = (tx: EntityManager): CapacityTransaction => ({
  once: (call, work) => once(tx, { schema: 'capacity', ...call }, work),
  ...serviceRefs(tx),
  ...bedPools(tx),
  ...holds(tx),
  ...intakes(tx),
  ...waitlists(tx),
  ...surges(tx),
  allOrNothing: (work) => allOrNothing(tx, work),
  lockBeds: async (serviceId) => {
    await tx.query(
      `INSERT INTO capacity.availability AS a (service_id, sequence) VALUES ($1, 0)
       ON CONFLICT (service_id) DO UPDATE SET sequence = a.sequence`,
      [serviceId],
    );
  },
  availability: async (serviceId) => {
    const [row] = await tx.query<[AvailabilityRow]>(`${availabilityRows} WHERE s.service_id = $1`, [serviceId]);
    return snapshotOf(row);
  },
  announce: (serviceId) => announce(tx, serviceId),
  withdrawBeds: (serviceId) => withdrawBeds(tx, serviceId),
});

async function announce(tx: EntityManager, serviceId: string): Promise<void> {
  const [row] = await tx.query<[AvailabilityRow]>(nextAvailabilityRow, [serviceId]);
  // A withdrawn service has left the topic; what its last holds still change is nobody else's to see.
  if (row.active) await emit(tx, 'capacity', { topic: availabilityTopic, key: serviceId, type: availabilityType, data: snapshotOf(row) });
}

async function withdrawBeds(tx: EntityManager, serviceId: string): Promise<void> {
  const told = await tx.query<unknown[]>('SELECT 1 FROM capacity.availability WHERE service_id = $1 AND sequence > 0', [serviceId]);
  if (told.length > 0)
    await emit(tx, 'capacity', { topic: availabilityTopic, key: serviceId, type: availabilityWithdrawnType, data: null });
}

async function allOrNothing<T>(tx: EntityManager, work: () => Promise<{ readonly keep: boolean; readonly value: T }>): Promise<T> {
  await tx.query('SAVEPOINT all_or_nothing');
  const { keep, value } = await work();
  await tx.query(keep ? 'RELEASE SAVEPOINT all_or_nothing' : 'ROLLBACK TO SAVEPOINT all_or_nothing');
  return value;
}
