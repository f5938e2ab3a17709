import type { AvailabilitySnapshot } from '@haven/events';
import { readReferenceMask, systemClock, type Clock, type ReferenceMask } from '@haven/kernel';
import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import type { Capacity } from '../ports.js';
import { shareReads } from '../turns/share-reads.js';
import { readCaseReference } from '../holds/references/case-reference.js';
import { roomsUnder } from '../placing/rooms.js';
import { capacityEntities, serviceRefs } from './capacity-entities.js';
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
import { readService } from './service-refs.js';
import { surgeReads } from './surges.js';
import { readDueWaits, readWaiting, readWaitlist, readWaits } from './waitlist.js';

/** Opens the schema of capacity. Every transaction runs under a role that sees no other schema and cannot rewrite history. */
export const openCapacityDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'capacity',
    connection,
    entities: capacityEntities,
    migrations: capacityMigrations,
    role: 'haven_capacity',
  });

/** How capacity is configured. */
export interface CapacityOptions {
  /** The format of case references of the deployment's own system, like HMIS-999999; undefined: it has none. */
  readonly caseReference?: string | undefined;
  readonly patience?: LockPatience;
  /** Default: the machine's. */
  readonly clock?: Clock;
}

/** Capacity on its database. */
export function capacityOn(database: Database, { caseReference, patience, clock = systemClock }: CapacityOptions = {}): Capacity {
  const read: Database['read'] = (work) => database.read(work);
  const own = caseReference === undefined ? null : maskOf(caseReference);
  // Every subscriber first reads the current state, so many ask for the same at once.
  const pages = shareReads<readonly AvailabilitySnapshot[]>();
  return {
    clock,
    ...changingBeds(database, patience),
    readCaseReference: (text) => readCaseReference(text, own),
    hasService: (serviceId) => read((tx) => tx.existsBy(serviceRefs, { serviceId })),
    availability: async (serviceId) => {
      const row = await read((tx) => readAvailability(tx, serviceId));
      return row?.active ? snapshotOf(row) : null;
    },
    roomsThatTake: async (serviceId) => {
      const row = await read((tx) => readAvailability(tx, serviceId));
      if (!row?.active || !row.service_admits) return null;
      const { status, pools } = snapshotOf(row);
      return status === 'NO_CAPACITY' ? null : roomsUnder(row.service_admits, pools);
    },
    service: (serviceId) => read((tx) => readService(tx, serviceId)),
    ...surgeReads(database),
    reconciliation: (serviceId) => read((tx) => readReconciliation(tx, serviceId)),
    waiting: (id) => read((tx) => readWaiting(tx, id)),
    waitlist: (serviceId) => read((tx) => readWaitlist(tx, serviceId)),
    waits: (reach) => read((tx) => readWaits(tx, reach)),
    servicesWithDueWaits: () => read(readDueWaits),
    servicesWithDueDoors: () => read(readDueDoors),
    intake: (serviceId) => read((tx) => readIntake(tx, serviceId)),
    ...holdReads(read),
    ...retellingReads(database),
    poolNames: (serviceId) => read((tx) => readPoolNames(tx, serviceId)),
    availabilityPage: (scope, after) => pages(JSON.stringify([scope, after]), () => read((tx) => readAvailabilityPage(tx, scope, after))),
    occupancyChanges: (serviceId, span) => read((tx) => readOccupancyChanges(tx, serviceId, span)),
  };
}

function maskOf(text: string): ReferenceMask {
  const read = readReferenceMask(text);
  if (!read.ok) throw new Error(`The form of case references must be ${read.error}.`);
  return read.value;
}
