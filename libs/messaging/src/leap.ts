import type { EntityManager } from 'typeorm';

/** More changes than any key sees between a backup and its restore. */
export const sequenceLeap = 1_000_000;

/**
 * Lets the next event of every key be newer than whatever was told before, by however much the database has gone back. Keys are
 * locked in the order in which `emitAll` locks them, so the two never wait in a ring.
 */
export async function leapSequences(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(
    `WITH locked AS (SELECT topic, event_key FROM "${schema}".event_sequence ORDER BY topic, event_key FOR UPDATE)
     UPDATE "${schema}".event_sequence AS s SET last_sequence = s.last_sequence + $1 FROM locked l
     WHERE s.topic = l.topic AND s.event_key = l.event_key`,
    [sequenceLeap],
  );
}
