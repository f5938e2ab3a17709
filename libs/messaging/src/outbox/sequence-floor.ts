import type { EntityManager } from 'typeorm';

/** SQL of the sequence floor of one schema: the next event of any key, known or new, is above it. */
export const sequenceFloorTable = (schema: string): readonly string[] => [
  `CREATE TABLE "${schema}".sequence_floor (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), floor bigint NOT NULL)`,
  `INSERT INTO "${schema}".sequence_floor (floor) VALUES (0)`,
];

/**
 * Makes the next event of every key newer than anything published before, however far back the restored backup is, and however often. The
 * floor is the number of seconds since the start of 2026, and no key has changed more than once a second ever since. Fits in 32 bits until
 * 2094.
 */
export async function leapSequences(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(
    `UPDATE "${schema}".sequence_floor
     SET floor = greatest(floor + 1, extract(epoch FROM clock_timestamp() - timestamptz '2026-01-01 00:00:00Z')::bigint)`,
  );
}
