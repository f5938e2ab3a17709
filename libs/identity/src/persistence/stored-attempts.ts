import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { Bucket } from '../sign-in/bucket.js';
import { oneMore, secondsToWait, type Tally } from '../sign-in/delay.js';
import type { Attempts } from '../sign-in/store.js';

interface Row {
  readonly bucket: string;
  readonly failures: number;
  readonly last_at: Date;
  readonly next_at: Date;
}

/** Wrong attempts in the database, by its clock. */
export const storedAttempts = (database: Database): Attempts => ({
  begin: (buckets) => database.transaction((tx) => begin(tx, buckets)),
  undo: (buckets) =>
    database.transaction(async (tx) => {
      const now = await lock(tx, buckets);
      await tx.query('UPDATE identity.attempt SET failures = greatest(failures - 1, 0), next_at = $2 WHERE bucket = ANY($1)', [
        keysOf(buckets),
        now,
      ]);
    }),
  forget: (bucket) =>
    database.transaction(async (tx) => {
      await tx.query('DELETE FROM identity.attempt WHERE bucket = $1', [bucket.key]);
    }),
});

/** An attempt that is not allowed is not counted. */
async function begin(tx: EntityManager, buckets: readonly Bucket[]): Promise<number> {
  const now = await lock(tx, buckets);
  const tallies = await talliesOf(tx, buckets);
  const wait = Math.max(...[...tallies.values()].map((tally) => secondsToWait(tally, now)));
  if (wait > 0) return wait;
  for (const { key, rule } of buckets) {
    const { failures, nextAt } = oneMore(tallies.get(key)!, now, rule);
    await tx.query('UPDATE identity.attempt SET failures = $2, last_at = $3, next_at = $4 WHERE bucket = $1', [key, failures, now, nextAt]);
  }
  return 0;
}

/** Sorted, so that two transactions never deadlock. Answers the time once the rows are locked. */
async function lock(tx: EntityManager, buckets: readonly Bucket[]): Promise<Date> {
  await tx.query(
    `INSERT INTO identity.attempt SELECT key, 0, clock_timestamp(), clock_timestamp() FROM unnest($1::text[]) AS key ORDER BY key
     ON CONFLICT (bucket) DO NOTHING`,
    [keysOf(buckets)],
  );
  await tx.query('SELECT FROM identity.attempt WHERE bucket = ANY($1) ORDER BY bucket FOR UPDATE', [keysOf(buckets)]);
  const [{ now }] = await tx.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
  return now;
}

async function talliesOf(tx: EntityManager, buckets: readonly Bucket[]): Promise<ReadonlyMap<string, Tally>> {
  const rows = await tx.query<Row[]>('SELECT * FROM identity.attempt WHERE bucket = ANY($1)', [keysOf(buckets)]);
  return new Map(rows.map((row) => [row.bucket, { failures: row.failures, lastAt: row.last_at, nextAt: row.next_at }]));
}

const keysOf = (buckets: readonly Bucket[]): string[] => buckets.map(({ key }) => key).sort();
