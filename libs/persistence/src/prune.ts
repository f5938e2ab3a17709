import type { Database } from './database.js';

/** Rows that are useless after some days. The column needs an index. */
export interface AgingRows {
  readonly schema: string;
  readonly table: string;
  readonly agedBy: string;
  readonly days: number;
}

/** Rows in one batch: while the embedded database deletes, everything else waits. */
export const pruneBatch = 500;

/** Deletes the oldest of these rows, a few at a time. Returns whether there may be more. Several processes may run it at once. */
export async function prune(database: Database, { schema, table, agedBy, days }: AgingRows, limit = pruneBatch): Promise<boolean> {
  const [, deleted] = await database.transaction((tx) =>
    tx.query<[unknown, number]>(
      `DELETE FROM "${schema}"."${table}" WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM "${schema}"."${table}" WHERE "${agedBy}" < clock_timestamp() - make_interval(days => $1)
         ORDER BY "${agedBy}" LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [days, limit],
    ),
  );
  return deleted === limit;
}
