import { EventEmitter } from 'node:events';
import { openDatabase, type Connection, type Database } from '@haven/persistence';
import type { HavenEvent } from '../event.js';
import { totalOf, type BatchHandler, type EventBus, type PartitionLag, type Subscription } from '../event-bus.js';
import { runLoop } from '../loop.js';
import { compactionMilliseconds, startCompaction, type Compaction } from './compaction.js';
import { LocalBus1790000000000 } from './tables.js';

const batchSize = 200;

/** The bus of a single process. */
export interface LocalBus extends EventBus {
  /** Deletes at once the events that all groups have handled and a later event has overtaken. */
  compact(): Promise<void>;
}

/**
 * Opens the bus of a single process: a log in its database, with Kafka's guarantees for order, redelivery and replay. `compacted` are the
 * topics whose events contain the whole state of their key.
 */
export async function openLocalEventBus(
  connection: Connection,
  compacted: readonly string[],
  onError: (error: unknown) => void,
  compactEveryMilliseconds = compactionMilliseconds,
): Promise<LocalBus> {
  const database = await openDatabase({ context: 'bus', connection, entities: [], migrations: [LocalBus1790000000000], poolSize: 2 });
  return new LocalEventBus(database, await startCompaction(database, compacted, onError, compactEveryMilliseconds), onError);
}

class LocalEventBus implements LocalBus {
  private readonly published = new EventEmitter().setMaxListeners(0);
  private readonly subscriptions: Subscription[] = [];
  private closing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly compaction: Compaction,
    private readonly onError: (error: unknown) => void,
  ) {}

  async publish(events: readonly HavenEvent[], mayStill: () => void = () => undefined): Promise<void> {
    const rows = events.map((event) => ({ topic: event.topic, event_key: event.key, event }));
    await this.database.transaction(async (tx) => {
      // Offsets must appear in commit order, or a reader would skip one that is still uncommitted.
      await tx.query('LOCK TABLE bus.event IN EXCLUSIVE MODE');
      mayStill();
      await tx.query(
        `INSERT INTO bus.event (topic, event_key, event)
         SELECT r->>'topic', r->>'event_key', r->'event' FROM json_array_elements($1::json) WITH ORDINALITY AS rows(r, n) ORDER BY n`,
        [JSON.stringify(rows)],
      );
    });
    for (const event of events) this.published.emit('event', event);
    this.compaction.note(events);
    this.published.emit('wake');
  }

  async subscribe(group: string, topics: readonly string[], handle: BatchHandler): Promise<Subscription> {
    await this.database.dataSource.query(
      'INSERT INTO bus.consumer_group (name, topics) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET topics = excluded.topics',
      [group, topics],
    );
    const oneAtATime = serially();
    const loop = runLoop(() => oneAtATime(() => this.deliver(group, topics, handle)), this.onError);
    this.published.on('wake', loop.wake);
    const subscription: Subscription = {
      lag: () => this.lag(group),
      lags: () => this.lags(group),
      replay: async (prepare) => {
        await oneAtATime(async () => {
          await prepare();
          await this.database.dataSource.query('UPDATE bus.consumer_group SET next_offset = 0 WHERE name = $1', [group]);
        });
        loop.wake();
      },
      stop: () => (this.published.off('wake', loop.wake), loop.stop()),
    };
    this.subscriptions.push(subscription);
    return subscription;
  }

  async readThrough(topics: readonly string[], handle: BatchHandler): Promise<void> {
    for (let next = '0'; ;) {
      const rows = await this.read(topics, '$3::bigint', [next]);
      const last = rows.at(-1);
      if (!last) return;
      await handle(rows.map(({ event }) => event));
      next = String(BigInt(last.log_offset) + 1n);
    }
  }

  tail(topics: readonly string[], listener: (event: HavenEvent) => void): () => void {
    const hear = (event: HavenEvent) => topics.includes(event.topic) && listener(event);
    this.published.on('event', hear);
    return () => this.published.off('event', hear);
  }

  compact(): Promise<void> {
    return this.compaction.all();
  }

  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    await this.compaction.stop();
    await this.database.close();
  }

  private async deliver(group: string, topics: readonly string[], handle: BatchHandler): Promise<boolean> {
    const rows = await this.read(topics, '(SELECT next_offset FROM bus.consumer_group WHERE name = $3)', [group]);
    const last = rows.at(-1);
    if (!last) return false;
    await handle(rows.map(({ event }) => event));
    await this.database.dataSource.query('UPDATE bus.consumer_group SET next_offset = $2 WHERE name = $1', [
      group,
      BigInt(last.log_offset) + 1n,
    ]);
    return rows.length === batchSize;
  }

  private read(topics: readonly string[], from: string, values: readonly unknown[]): Promise<{ log_offset: string; event: HavenEvent }[]> {
    const page = `SELECT log_offset, event FROM bus.event WHERE log_offset >= ${from} AND topic = ANY($1) ORDER BY log_offset LIMIT $2`;
    return this.database.dataSource.query(page, [topics, batchSize, ...values]);
  }

  private async lag(group: string): Promise<number> {
    return totalOf(await this.lags(group));
  }

  /** The log has one partition. */
  private lags(group: string): Promise<PartitionLag[]> {
    return this.database.dataSource.query<PartitionLag[]>(
      `SELECT topics.topic, 0 AS partition, count(e.log_offset)::int AS lag
       FROM bus.consumer_group g CROSS JOIN unnest(g.topics) AS topics(topic)
       LEFT JOIN bus.event e ON e.topic = topics.topic AND e.log_offset >= g.next_offset
       WHERE g.name = $1 GROUP BY topics.topic`,
      [group],
    );
  }
}

/** Runs tasks one after the other: a delivery during a replay would move the group's offset forward. */
function serially(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next;
    return next;
  };
}
