import type { Database } from '@haven/persistence';
import { onEmitted } from './emitted.js';
import type { EventBus } from '../event-bus.js';
import { clearOutbox, hasWaiting, readOutbox, type OutboxRow } from './outbox.js';
import { runLoop, type Loop } from '../loop.js';
import { relayLease, type RelayLease } from './relay-lease.js';
import { sendInTraces } from '../trace.js';

const batchSize = 500;
/** Below Kafka's default limit for a message batch, 1 MiB, whatever the topic allows. */
const sendBytes = 800_000;
/** The size of an event beside its data. */
const envelopeBytes = 500;

/** Moves events from one schema's outbox to the bus. */
export interface Relay extends Loop {
  /** Events that wait in the outbox. */
  backlog(): Promise<number>;
}

/**
 * Starts the relay. Many may run; the one with the lease works. The lease is a row with a time and not a lock, because no transaction may
 * stay open while the bus works: the local bus shares the single session of the embedded database. One case remains: a relay may be paused
 * after its last check of the clock, while the client writes to the socket. If another relay takes over and the first one wakes up, it
 * writes one send again behind newer events. Every event in it is on the bus already or will be sent by the successor, and consumers only
 * accept a higher sequence than the last one of the key. So it has no effect, and on a compacted topic the key's next event replaces it.
 */
export function startRelay(database: Database, schema: string, bus: EventBus, onError: (error: unknown) => void): Relay {
  const lease = relayLease(database, schema);
  const loop = runLoop(() => relayOnce(database, schema, bus, lease), onError);
  const deaf = onEmitted(database, loop.wake);
  const backlog = async () => {
    const [row] = await database.single.query<{ count: string }[]>(`SELECT count(*) FROM "${schema}".outbox`);
    return Number(row?.count);
  };
  const stop = async () => {
    deaf();
    await loop.stop();
    await lease.giveBack();
  };
  return { wake: loop.wake, stop, backlog };
}

/** Publishes one batch; returns whether there may be more. Most of the time there is nothing, and finding that out needs no transaction. */
async function relayOnce(database: Database, schema: string, bus: EventBus, lease: RelayLease): Promise<boolean> {
  if (!(await hasWaiting(database, schema))) return false;
  const rows = await database.transaction(async (tx) => ((await lease.take(tx)) ? readOutbox(tx, schema, batchSize) : []));
  if (rows.length === 0) return false;
  await lease.keepDuring(async () => {
    for (const send of sendsOf(rows)) {
      const events = send.map(({ event }) => event);
      await sendInTraces(events, () => bus.publish(events, lease.check));
      await database.transaction(async (tx) => {
        // The lease is lost. Its new owner clears what it sends.
        await lease.confirm(tx);
        await clearOutbox(tx, schema, send);
      });
    }
  });
  return rows.length === batchSize;
}

/** Cuts the rows into sends of a bounded size, in order. An event that is larger on its own is sent alone. */
function sendsOf(rows: readonly OutboxRow[]): OutboxRow[][] {
  const sends: OutboxRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const bytes = Buffer.byteLength(JSON.stringify(row.event.data)) + envelopeBytes;
    if (sends.length === 0 || bytes > room) {
      sends.push([]);
      room = sendBytes;
    }
    sends.at(-1)!.push(row);
    room -= bytes;
  }
  return sends;
}
