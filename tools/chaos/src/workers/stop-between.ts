import type { HavenEvent } from '@haven/messaging';
import type { WorkerParts } from './worker-process.js';

/** Stops a worker between the two steps of its work, if the supervisor asks for that: a forced fault needs no waiting. */
export interface Stops {
  /** Whether to stop with these events in hand. */
  isAsked(events: readonly HavenEvent[]): Promise<boolean>;
  /** Reports that it has stopped here; it goes no further. */
  reached(): Promise<void>;
}

/** The stops of one worker. */
export const stopsOf = ({ settings, database }: Pick<WorkerParts, 'settings' | 'database'>): Stops => ({
  isAsked: async (events) => {
    if (events.length === 0) return false;
    const take = `WITH taken AS (UPDATE "${settings.schema}".stop SET worker = $1, in_hand = $2 WHERE worker IS NULL RETURNING 1) SELECT 1 FROM taken`;
    return (await database.dataSource.query<unknown[]>(take, [process.pid, events.map(({ id }) => id)])).length > 0;
  },
  reached: async () => {
    await database.dataSource.query(`UPDATE "${settings.schema}".stop SET is_reached = true WHERE worker = $1`, [process.pid]);
  },
});

/** A stopped worker waits for this. */
export const forGood = new Promise<never>(() => undefined);
