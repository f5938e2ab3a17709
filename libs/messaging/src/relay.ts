import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import type { EventBus } from './event-bus.js';
import { clearOutbox, readOutbox } from './outbox.js';
import { runLoop, type Loop } from './loop.js';

const batchSize = 500;
/** A relay that was killed is succeeded after this time. */
const leaseSeconds = 5;

/** Moves events from one schema's outbox to the bus. */
export interface Relay extends Loop {
  /** Events that wait in the outbox. */
  backlog(): Promise<number>;
}

/**
 * Starts the relay. Many may run: the one with the lease works. A relay that lost its lease unawares only repeats
 * what is published already, and consumers know events by id and sequence. No transaction stays open while the bus
 * works, since the local bus shares the single session of the embedded database.
 */
export function startRelay(database: Database, schema: string, bus: EventBus, onError: (error: unknown) => void): Relay {
  const holder = randomUUID();
  const loop = runLoop(() => relayOnce(database, schema, bus, holder), onError);
  const backlog = async () => {
    const [row] = await database.dataSource.query<{ count: string }[]>(`SELECT count(*) FROM "${schema}".outbox`);
    return Number(row?.count);
  };
  const stop = async () => {
    await loop.stop();
    await database.dataSource.query(`UPDATE "${schema}".relay_lease SET leased_until = '-infinity' WHERE holder = $1`, [holder]);
  };
  return { wake: loop.wake, stop, backlog };
}

/** Publishes one batch; answers whether there may be more. */
async function relayOnce(database: Database, schema: string, bus: EventBus, holder: string): Promise<boolean> {
  const rows = await database.transaction(async (tx) => {
    const [, leased] = await tx.query<[unknown, number]>(
      `UPDATE "${schema}".relay_lease SET holder = $1, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
       WHERE holder = $1 OR leased_until < clock_timestamp()`,
      [holder],
    );
    return leased ? readOutbox(tx, schema, batchSize) : [];
  });
  if (rows.length === 0) return false;
  await bus.publish(rows.map(({ event }) => event));
  await database.transaction((tx) => clearOutbox(tx, schema, rows));
  return rows.length === batchSize;
}
