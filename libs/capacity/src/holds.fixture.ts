import { unknownRule } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import type { Caller } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { bedPools } from './beds/bed-pools.js';
import { defineBedPool, type DefineBedPoolCommand } from './beds/define-bed-pool.js';
import { followService } from './directory/follow-service.js';
import { holdBeds } from './holds/hold-beds.js';
import type { Capacity, SeenHold } from './ports.js';
import { capacityOn, openCapacityDatabase } from './persistence/capacity-database.js';

/** Staff of every shelter of {@link openShelters}. */
export const owner: Caller = { subject: 'ana', role: 'PROVIDER', organizationId: 'org' };
/** A caller who holds beds. */
export const caseworker: Caller = { subject: 'dora', role: 'CASEWORKER', organizationId: 'ngo' };

/** A database with shelters for tests of holds. */
export interface Shelters {
  readonly database: Database;
  readonly capacity: Capacity;
  /** A key that has not been used before. */
  key(): string;
  /** A shelter with these pools; default: 3 beds for anybody. */
  shelter(serviceId: string, ...pools: Partial<DefineBedPoolCommand>[]): Promise<void>;
  /** One bed for a woman, held by {@link caseworker}. */
  hold(serviceId: string): Promise<SeenHold['hold']>;
  rows(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The counts of each pool, in order of name. */
  counts(serviceId: string): Promise<{ occupied: number; held: number; free: number }[]>;
  /** Makes the holds of a service older by this many minutes. */
  pass(serviceId: string, minutes: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens {@link Shelters} on a fresh database. */
export async function openShelters(): Promise<Shelters> {
  const server: TestDatabase = await openTestDatabase();
  const database = await openCapacityDatabase(server.connection);
  const capacity = capacityOn(database);
  let keys = 0;
  const key = () => `key-${++keys}`;
  const rows: Shelters['rows'] = (sql, parameters = []) => database.dataSource.query(sql, [...parameters]);
  return {
    database,
    capacity,
    key,
    rows,
    shelter: async (serviceId, ...pools) => {
      const service = { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits: unknownRule };
      await capacity.changing({ serviceIds: [serviceId] }, (tx) => followService(tx, { service, capacities: [], toldAt: new Date() }));
      for (const pool of pools) await defineBedPool(capacity, owner, { idempotencyKey: key(), serviceId, name: 'Beds', total: 3, ...pool });
    },
    hold: async (serviceId) => {
      const party = [{ gender: 'WOMAN' as const, age: 30 }];
      return ((await holdBeds(capacity, caseworker, { idempotencyKey: key(), serviceId, party })) as SeenHold).hold;
    },
    counts: async (serviceId) => (await bedPools(capacity, serviceId)).map(({ occupied, held, free }) => ({ occupied, held, free })),
    pass: async (serviceId, minutes) => {
      const back = (time: string) => `${time} = ${time} - make_interval(mins => $2)`;
      await rows(`UPDATE capacity.hold SET ${['created_at', 'expires_at', 'accept_by'].map(back).join(', ')} WHERE service_id = $1`, [
        serviceId,
        minutes,
      ]);
    },
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}
