import type { Database } from '@haven/persistence';
import { onEmitted } from './emitted.js';
import type { EventBus } from '../event-bus.js';
import { clearOutbox, hasWaiting, readOutbox, type OutboxRow } from './outbox.js';
import { runLoop, type Loop } from '../loop.js';
import { relayLease, type RelayLease } from './relay-lease.js';
import { sendInTraces } from '../trace.js';

const batchSize = 500;
/** Below the size of a message batch that Kafka takes by default, 1 MiB, whatever the topic says. */
const sendBytes = 800_000;
/** What an event weighs beside its data. */
const envelopeBytes = 500;

/** Moves events from one schema's outbox to the bus. */
export interface Relay extends Loop {
  /** Events that wait in the outbox. */
  backlog(): Promise<number>;
}

/**
 * Starts the relay. Many may run: the one with the lease works. No transaction stays open while the bus works, since the
 * local bus shares the single session of the embedded database, so the lease is a row with a time and not a lock.
 *
 * What remains: a relay that is paused after its last look at the clock, while the client is writing to the socket, and
 * goes on after another has taken over, writes one send again behind newer events. Every event in it is on the bus already
 * or is sent by the successor, and consumers let an event pass only when its sequence is higher than the last one of its
 * key, so it has no effect; on a compacted topic the key's next event replaces it.
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

/** Publishes what one look finds; answers whether there may be more. Most looks find nothing, and need no transaction for it. */
async function relayOnce(database: Database, schema: string, bus: EventBus, lease: RelayLease): Promise<boolean> {
  if (!(await hasWaiting(database, schema))) return false;
  const rows = await database.transaction(async (tx) => ((await lease.take(tx)) ? readOutbox(tx, schema, batchSize) : []));
  if (rows.length === 0) return false;
  await lease.keepDuring(async () => {
    for (const send of sendsOf(rows)) {
      const events = send.map(({ event }) => event);
      await sendInTraces(events, () => bus.publish(events, lease.check));
      await database.transaction(async (tx) => {
        // The lease is not ours any more: its new owner clears what it sends.
        await lease.confirm(tx);
        await clearOutbox(tx, schema, send);
      });
    }
  });
  return rows.length === batchSize;
}

/** Cuts the rows into sends of a bounded size, in order; an event that is larger by itself goes alone. */
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
