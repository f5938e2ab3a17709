import type { Database } from '@haven/persistence';
import { stalePools } from './stale-pools.js';

/** Metrics of capacity in Prometheus format. Each reading is one value with its labels. */
export const capacityMeasures = [
  {
    name: 'haven_pools_stale',
    help: 'Pools whose count is older than a day or missing',
    labels: [],
    read: async (database: Database) => [{ labels: {}, value: await stalePools(database) }],
  },
  { name: 'haven_holds', help: 'Holds that have not ended, by state', labels: ['state'], read: holdsByState },
];

async function holdsByState({ read }: Database) {
  const sql = `SELECT state, count(h.id)::int AS holds FROM unnest(ARRAY['HELD', 'CONFIRMED']) state LEFT JOIN capacity.hold h USING (state) GROUP BY state`;
  const rows = await read((tx) => tx.query<{ state: string; holds: number }[]>(sql));
  return rows.map(({ state, holds }) => ({ labels: { state }, value: holds }));
}
