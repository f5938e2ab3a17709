import type { Postgres } from '../infrastructure/postgres.js';

/** Compares parked events with those that must be: for each key, everything from the first poisoned event on, and nothing else. */
export interface Parking {
  readonly poisoned: number;
  readonly keys: number;
  readonly expected: number;
  readonly missing: number;
  readonly wrong: number;
}

/** For a flow that has come to rest before the repair. */
export async function parkingOf(postgres: Postgres, schema: string): Promise<Parking> {
  const [row] = await postgres.ask<{ [K in keyof Parking]: number }>(
    `WITH first AS (SELECT event_key, min(sequence) AS sequence FROM ${schema}.emitted WHERE poisoned GROUP BY event_key),
       expected AS (SELECT e.event_id FROM ${schema}.emitted AS e JOIN first USING (event_key) WHERE e.sequence >= first.sequence)
     SELECT (SELECT count(*)::int FROM ${schema}.emitted WHERE poisoned) AS poisoned,
       (SELECT count(*)::int FROM first) AS keys,
       count(x.event_id)::int AS expected,
       count(*) FILTER (WHERE p.event_id IS NULL)::int AS missing,
       count(*) FILTER (WHERE x.event_id IS NULL)::int AS wrong
     FROM expected AS x FULL JOIN ${schema}.parked_event AS p USING (event_id)`,
  );
  return row!;
}
