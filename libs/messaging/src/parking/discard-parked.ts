import type { Database } from '@haven/persistence';
import type { HavenEvent } from '../event.js';
import { lockSequences } from '../handled-sequence.js';

/**
 * Gives up a parked event that no repair can help. It counts as handled from then on and has no effect. Events parked behind it wait for a
 * replay. Returns null if this consumer has no parked event with the id.
 */
export async function discardParked(database: Database, schema: string, consumer: string, eventId: string): Promise<HavenEvent | null> {
  return database.transaction(async (tx) => {
    const where = 'WHERE consumer = $1 AND event_id = $2';
    const [row] = await tx.query<{ event: HavenEvent }[]>(`SELECT event FROM "${schema}".parked_event ${where}`, [consumer, eventId]);
    if (!row) return null;
    // A replay may be working on the key; then the event may already be applied.
    await lockSequences(tx, schema, consumer, [row.event]);
    const [, deleted] = await tx.query<[unknown, number]>(`DELETE FROM "${schema}".parked_event ${where}`, [consumer, eventId]);
    if (deleted === 0) return null;
    await tx.query(`INSERT INTO "${schema}".inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [consumer, eventId]);
    return row.event;
  });
}
