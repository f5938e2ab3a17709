import type { Postgres } from './postgres.js';

/** The progress of a flow. */
export interface Counts {
  readonly emitted: number;
  /** Committed, but not on the bus according to the relay. */
  readonly outbox: number;
  readonly effects: number;
  readonly parked: number;
}

/** The faults of a flow that has come to rest, from the tables. */
export interface Verdict {
  readonly emitted: number;
  readonly effects: number;
  /** Emitted events without an effect. */
  readonly lost: number;
  /** Effects beyond the first of an event. */
  readonly doubled: number;
  /** Effects that come after one of the same key with a higher sequence. */
  readonly outOfOrder: number;
  /** Effects of events that were never committed, or with another key or sequence. */
  readonly invented: number;
  /** Keys whose emitted sequences are not 1, 2, 3, … */
  readonly keysWithGaps: number;
  /** Emitted events that the inbox lacks, and the other way round. */
  readonly inboxDiffers: number;
}

/** No faults. */
export const flawless = { lost: 0, doubled: 0, outOfOrder: 0, invented: 0, keysWithGaps: 0, inboxDiffers: 0 } as const;

type Numbers<T> = { [K in keyof T]: number };

async function numbers<T>(postgres: Postgres, selects: Numbers<Record<keyof T, unknown>> | Record<keyof T, string>): Promise<Numbers<T>> {
  const columns = Object.entries(selects).map(([name, sql]) => `(${String(sql)})::int AS "${name}"`);
  const [row] = await postgres.ask<Record<string, number>>(`SELECT ${columns.join(', ')}`);
  return row as Numbers<T>;
}

/** Counts as of one moment. */
export const countsOf = (postgres: Postgres, schema: string): Promise<Counts> =>
  numbers<Counts>(postgres, {
    emitted: `SELECT count(*) FROM ${schema}.emitted`,
    outbox: `SELECT count(*) FROM ${schema}.outbox`,
    effects: `SELECT count(*) FROM ${schema}.effect`,
    parked: `SELECT count(*) FROM ${schema}.parked_event`,
  });

/** Compares emitted events with their effects, event by event. */
export const verdictOn = (postgres: Postgres, schema: string): Promise<Verdict> =>
  numbers<Verdict>(postgres, {
    emitted: `SELECT count(*) FROM ${schema}.emitted`,
    effects: `SELECT count(*) FROM ${schema}.effect`,
    lost: `SELECT count(*) FROM ${schema}.emitted AS e WHERE NOT EXISTS (SELECT FROM ${schema}.effect AS f WHERE f.event_id = e.event_id)`,
    doubled: `SELECT count(*) - count(DISTINCT event_id) FROM ${schema}.effect`,
    outOfOrder: `SELECT count(*) FROM (
        SELECT sequence, max(sequence) OVER (PARTITION BY event_key ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS highest
        FROM ${schema}.effect) AS in_turn WHERE sequence < highest`,
    invented: `SELECT count(*) FROM ${schema}.effect AS f LEFT JOIN ${schema}.emitted AS e USING (event_id, event_key, sequence)
      WHERE e.emitted_at IS NULL`,
    keysWithGaps: `SELECT count(*) FROM (
        SELECT FROM ${schema}.emitted GROUP BY event_key HAVING min(sequence) <> 1 OR max(sequence) <> count(DISTINCT sequence)) AS keys`,
    inboxDiffers: `SELECT count(*) FROM ${schema}.emitted AS e FULL JOIN ${schema}.inbox AS i USING (event_id)
      WHERE e.event_key IS NULL OR i.consumer IS NULL`,
  });

/** The database's clock. */
export async function nowOf(postgres: Postgres): Promise<string> {
  const [row] = await postgres.ask<{ now: string }>('SELECT clock_timestamp()::text AS now');
  return row!.now;
}

/** Milliseconds from emission to effect. */
export interface Delays {
  readonly events: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Delays of events emitted since then, with keys that have no poisoned event. An event without an effect counts until now. */
export async function delaysOf(postgres: Postgres, schema: string, since: string): Promise<Delays> {
  const [row] = await postgres.ask<{ [K in keyof Delays]: number }>(
    `SELECT count(*)::int AS events, percentile_disc(0.5) WITHIN GROUP (ORDER BY delay)::int AS p50,
       percentile_disc(0.99) WITHIN GROUP (ORDER BY delay)::int AS p99, max(delay)::int AS longest
     FROM (
       SELECT 1000 * extract(epoch FROM coalesce(f.applied_at, clock_timestamp()) - e.emitted_at) AS delay
       FROM ${schema}.emitted AS e LEFT JOIN ${schema}.effect AS f USING (event_id)
       WHERE e.emitted_at > '${since}'
         AND NOT EXISTS (SELECT FROM ${schema}.emitted AS p WHERE p.poisoned AND p.event_key = e.event_key)) AS delays`,
  );
  return row!;
}
