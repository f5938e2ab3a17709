import type { EntityManager } from 'typeorm';

/** SQL of the floor of one schema: the next event of any key, whether one was told of it before or not, is above it. */
export const sequenceFloorTable = (schema: string): readonly string[] => [
  `CREATE TABLE "${schema}".sequence_floor (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), floor bigint NOT NULL)`,
  `INSERT INTO "${schema}".sequence_floor (floor) VALUES (0)`,
];

/**
 * Lets the next event of every key be newer than whatever was told before, however far the database has gone back, and however
 * often: the floor is the number of seconds since 2026 began, and no key has changed once a second ever since. In 32 bits until 2094.
 */
export async function leapSequences(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(
    `UPDATE "${schema}".sequence_floor
     SET floor = greatest(floor + 1, extract(epoch FROM clock_timestamp() - timestamptz '2026-01-01 00:00:00Z')::bigint)`,
  );
}
