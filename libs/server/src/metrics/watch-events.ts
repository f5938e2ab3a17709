import type { Subscription } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import type { liveGauges } from './live-gauges.js';

type Gauges = ReturnType<typeof liveGauges>;

/** Events that wait to be published, and how long the oldest has waited. */
export function watchOutbox(gauge: Gauges, schema: string, { single }: Database): void {
  const read = async () => {
    const [row] = await single.query<{ waiting: number; age: number }[]>(
      `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age FROM "${schema}".outbox`,
    );
    return row!;
  };
  gauge('haven_outbox_events', 'Events that wait for the relay', ['schema'], async (set) => set({ schema }, (await read()).waiting));
  gauge('haven_outbox_age_seconds', 'Age of the oldest of them', ['schema'], async (set) => set({ schema }, (await read()).age));
}

/** Events that could not be applied. */
export function watchParked(gauge: Gauges, schema: string, consumer: string, { single }: Database): void {
  gauge('haven_parked_events', 'Events that could not be applied', ['schema', 'consumer'], async (set) => {
    const [row] = await single.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${schema}".parked_event WHERE consumer = $1`, [
      consumer,
    ]);
    set({ schema, consumer }, row!.n);
  });
}

/** Events that a group has not handled, as the transport says. */
export function watchLag(gauge: Gauges, group: string, subscription: Subscription): void {
  gauge('haven_consumer_lag', 'Events that the group has not handled', ['group', 'topic', 'partition'], async (set) => {
    for (const { topic, partition, lag } of await subscription.lags()) set({ group, topic, partition }, lag);
  });
}
