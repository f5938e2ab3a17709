import type { Postgres } from './postgres.js';
import { until } from './until.js';
import type { Worker } from './worker.js';

const reachedMilliseconds = 120_000;
const shownMilliseconds = 180_000;

/** Kills a worker that waits between its two steps with events in hand, whenever it gets there. */
export async function killBetweenSteps(postgres: Postgres, schema: string, victim: Worker): Promise<void> {
  await postgres.ask(`INSERT INTO ${schema}.stop DEFAULT VALUES`);
  const reached = () => postgres.ask<{ worker: number }>(`SELECT worker FROM ${schema}.stop WHERE is_reached`);
  await until(`${victim.name} stands between its steps`, reachedMilliseconds, async () => (await reached()).length > 0);
  await victim.kill();
}

const inHand = (schema: string) => `SELECT unnest(in_hand) AS event_id FROM ${schema}.stop`;

const shown = {
  /** One of them has no effect and never will: a later one of its key has. */
  lost: (schema: string) => `SELECT FROM (${inHand(schema)}) AS held JOIN ${schema}.emitted AS e USING (event_id)
    WHERE NOT EXISTS (SELECT FROM ${schema}.effect AS f WHERE f.event_id = e.event_id)
      AND EXISTS (SELECT FROM ${schema}.effect AS f WHERE f.event_key = e.event_key AND f.sequence > e.sequence)`,
  /** One of them has two effects. */
  doubled: (schema: string) => `SELECT FROM (${inHand(schema)}) AS held JOIN ${schema}.effect USING (event_id)
    GROUP BY event_id HAVING count(*) > 1`,
} as const;

/** Waits until the events that the worker had in hand show the fault. */
export const untilShown = (postgres: Postgres, schema: string, fault: keyof typeof shown): Promise<number> =>
  until(`${schema} shows what is ${fault}`, shownMilliseconds, async () => {
    const [row] = await postgres.ask<{ is_shown: boolean }>(`SELECT EXISTS (${shown[fault](schema)}) AS is_shown`);
    return row!.is_shown;
  });
