import type { AvailabilitySnapshot } from '@haven/events';
import { readReferenceMask, type ReferenceMask } from '@haven/kernel';
import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import type { Capacity } from '../ports.js';
import { shareReads } from '../turns/share-reads.js';
import { readCaseReference } from '../holds/case-reference.js';
import { roomsUnder } from '../placing/rooms.js';
import { capacityEntities } from './capacity-entities.js';
import { changingBeds, type LockPatience } from './transaction/changing-beds.js';
import { readDueDoors, readIntake } from './intakes.js';
import { capacityMigrations } from './migrations.js';
import { readAvailabilityPage } from './reading/read-availability-page.js';
import { readAvailability, snapshotOf } from './reading/read-availability.js';
import { holdReads } from './reading/read-holds.js';
import { readPoolNames } from './reading/read-pool-names.js';
import { readOccupancyChanges } from './reading/read-occupancy-changes.js';
import { readReconciliation } from './reading/read-reconciliation.js';
import { retellingReads } from './retelling.js';
import { serviceRefs } from './service-refs.js';
import { surgeReads } from './surges.js';
import { readDueWaits, readWaiting, readWaitlist, readWaits } from './waitlist.js';

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

/** How capacity is set up. */
export interface CapacityOptions {
  /** The form of the case references of the deployment's own system, like HMIS-999999; undefined: it has none. */
  readonly caseReference?: string | undefined;
  readonly patience?: LockPatience;
}

/** Capacity on its database. */
export function capacityOn(database: Database, { caseReference, patience }: CapacityOptions = {}): Capacity {
  const own = caseReference === undefined ? null : maskOf(caseReference);
  // Whoever subscribes wants to know how things stand: many at once ask for the same.
  const pages = shareReads<readonly AvailabilitySnapshot[]>();
  return {
    ...changingBeds(database, patience),
    readCaseReference: (text) => readCaseReference(text, own),
    hasService: async (serviceId) => {
      const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM capacity.service_ref WHERE service_id = $1', [serviceId]);
      return rows.length > 0;
    },
    availability: async (serviceId) => {
      const row = await readAvailability(database.dataSource.manager, serviceId);
      return row?.active ? snapshotOf(row) : null;
    },
    roomsThatTake: async (serviceId) => {
      const row = await readAvailability(database.dataSource.manager, serviceId);
      if (!row?.active || !row.service_admits) return null;
      const { status, pools } = snapshotOf(row);
      return status === 'NO_CAPACITY' ? null : roomsUnder(row.service_admits, pools);
    },
    service: (serviceId) => serviceRefs(database.dataSource.manager).service(serviceId),
    ...surgeReads(database),
    reconciliation: (serviceId) => readReconciliation(database.dataSource, serviceId),
    waiting: (id) => readWaiting(database.dataSource, id),
    waitlist: (serviceId) => readWaitlist(database.dataSource, serviceId),
    waits: (reach) => readWaits(database.dataSource, reach),
    servicesWithDueWaits: () => readDueWaits(database.dataSource),
    servicesWithDueDoors: () => readDueDoors(database.dataSource),
    intake: (serviceId) => readIntake(database.dataSource, serviceId),
    ...holdReads(database),
    ...retellingReads(database),
    poolNames: (serviceId) => readPoolNames(database, serviceId),
    availabilityPage: (scope, after) => pages(JSON.stringify([scope, after]), () => readAvailabilityPage(database, scope, after)),
    occupancyChanges: (serviceId, span) => readOccupancyChanges(database, serviceId, span),
  };
}

function maskOf(text: string): ReferenceMask {
  const read = readReferenceMask(text);
  if (!read.ok) throw new Error(`The form of case references must be ${read.error}.`);
  return read.value;
}
