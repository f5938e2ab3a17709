import { serviceTopic, serviceViewSchema } from '@haven/events';
import type { EventBus, HavenEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { z } from 'zod';

const snapshot = z.object({ service: serviceViewSchema.pick({ admission: true }) });

/**
 * An older version followed services without storing their admission rules. This reads the rules from the old events. Only the event that
 * took effect last counts, and only if no later event has set the rule.
 */
export async function learnRules(database: Database, bus: Pick<EventBus, 'readThrough'>): Promise<void> {
  const unknown = await database.read((tx) => tx.query<unknown[]>('SELECT 1 FROM capacity.service_ref WHERE admits IS NULL LIMIT 1'));
  if (unknown.length > 0) await bus.readThrough([serviceTopic], (events) => learn(database, events));
}

async function learn(database: Database, events: readonly HavenEvent[]): Promise<void> {
  const told = events.flatMap(({ key, sequence, data }) => {
    const read = snapshot.safeParse(data);
    return read.success ? [{ key, sequence, admits: read.data.service.admission }] : [];
  });
  await database.transaction((tx) =>
    tx.query(
      `UPDATE capacity.service_ref s SET admits = told.admits
       FROM jsonb_to_recordset($1::jsonb) AS told (key text, sequence bigint, admits jsonb)
       JOIN capacity.handled_sequence h ON (h.topic, h.event_key, h.last_sequence) = ($2, told.key, told.sequence)
       WHERE s.service_id = told.key AND s.admits IS NULL`,
      [JSON.stringify(told), serviceTopic],
    ),
  );
}
