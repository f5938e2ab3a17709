import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listParked, replayParked, startRelay, type EventBus } from '@haven/messaging';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { Database } from '@haven/persistence';
import type { Capacity } from '../ports.js';
import { learnRules } from '../messaging/learn-rules.js';
import { capacityOn, openCapacityDatabase } from './capacity-database.js';
import { capacityMeasures } from './reading/measures.js';

const id = '11111111-1111-4111-8111-111111111111';
const scope = { serviceIds: null, organizationId: null, country: null };

/** Every read of the port; the types make sure that none is missing. */
type Read = Exclude<keyof Capacity, 'clock' | 'readCaseReference' | 'changing' | 'tidying'>;
const reads: Readonly<Record<Read, (capacity: Capacity) => Promise<unknown>>> = {
  hasService: (capacity) => capacity.hasService('s'),
  service: (capacity) => capacity.service('s'),
  servicesAfter: (capacity) => capacity.servicesAfter(''),
  availability: (capacity) => capacity.availability('s'),
  roomsThatTake: (capacity) => capacity.roomsThatTake('s'),
  availabilityPage: (capacity) => capacity.availabilityPage(scope, ''),
  poolNames: (capacity) => capacity.poolNames('s'),
  reconciliation: (capacity) => capacity.reconciliation('s'),
  occupancyChanges: (capacity) => capacity.occupancyChanges('s', { start: 0, end: 1 }),
  intake: (capacity) => capacity.intake('s'),
  servicesWithDueDoors: (capacity) => capacity.servicesWithDueDoors(),
  waiting: (capacity) => capacity.waiting(id),
  waitlist: (capacity) => capacity.waitlist('s'),
  waits: (capacity) => capacity.waits('ALL'),
  servicesWithDueWaits: (capacity) => capacity.servicesWithDueWaits(),
  hold: (capacity) => capacity.hold(id),
  activeHolds: (capacity) => capacity.activeHolds('s', null),
  openHolds: (capacity) => capacity.openHolds('ALL'),
  servicesWithDueHolds: (capacity) => capacity.servicesWithDueHolds(),
  surges: (capacity) => capacity.surges('s'),
  servicesWithDueSurges: (capacity) => capacity.servicesWithDueSurges(),
  servicesToRetell: (capacity) => capacity.servicesToRetell(),
};

const denied = { status: 'rejected', reason: expect.objectContaining({ message: expect.stringContaining('permission denied') }) };

describe('a role that may not read anything', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    await database.dataSource.query('REVOKE ALL ON ALL TABLES IN SCHEMA capacity FROM haven_capacity');
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it.each(Object.entries(reads))('is refused in %s', async (_, read) => {
    await expect(read(capacityOn(database))).rejects.toThrow(/permission denied/);
  });

  it.each(['poolId', 'holdId', 'waitingId', 'surgeId'])('is refused when finding the service of %s', async (key) => {
    const looking = capacityOn(database).changing({ [key]: id } as never, () => Promise.resolve());
    await expect(looking).rejects.toThrow(/permission denied/);
  });

  it.each(capacityMeasures)('is refused in $name', async ({ read }) => {
    await expect(read(database)).rejects.toThrow(/permission denied/);
  });

  it('is refused when reading its events', async () => {
    const consumer = { name: 'c', topics: [], apply: () => Promise.resolve() };
    const relay = startRelay(database, 'capacity', {} as EventBus, () => undefined);
    const looks = await Promise.allSettled([relay.backlog(), relay.stop()]);
    expect(looks).toEqual([denied, denied]);
    await expect(listParked(database, 'capacity')).rejects.toThrow(/permission denied/);
    await expect(replayParked(database, 'capacity', consumer)).rejects.toThrow(/permission denied/);
  });

  it('is refused when looking for unknown rules', async () => {
    await expect(learnRules(database, { readThrough: () => Promise.resolve() })).rejects.toThrow(/permission denied/);
  });
});
