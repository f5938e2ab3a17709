import { select } from './select.js';

/** Tables for the work of a follower, without data of the read model. */
const bookkeeping = [
  'delivery_attempt',
  'event_sequence',
  'handled_sequence',
  'inbox',
  'migrations',
  'outbox',
  'parked_event',
  'relay_lease',
];

/** Rows of a read model, each as one line that begins with its table, in order. */
export type Dump = readonly string[];

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
}

/** Every row of every table of the read model, and the last event that was applied for each key. */
export async function dumpOf(url: string): Promise<Dump> {
  const columns = await select<Column>(
    url,
    `SELECT table_name, column_name, udt_name FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'matching' AND table_type = 'BASE TABLE' AND table_name <> ALL($1) ORDER BY table_name, column_name`,
    [bookkeeping],
  );
  const dumps = [...Map.groupBy(columns, ({ table_name }) => table_name)].map(([table, of]) => dumpSql(table, of.map(textOf)));
  const events = `SELECT 'event ' || topic || ' ' || event_key || ' ' || last_sequence AS line FROM matching.handled_sequence WHERE last_sequence > 0`;
  const rows = await select<{ line: string }>(url, [...dumps, events].join(' UNION ALL '));
  return rows.map(({ line }) => line).sort();
}

const dumpSql = (table: string, columns: readonly string[]): string =>
  `SELECT '${table} ' || json_build_array(${columns.join(', ')})::text AS line FROM matching."${table}"`;

/** Shapes bit by bit, since their JSON would be rounded. */
const textOf = ({ column_name, udt_name }: Column): string =>
  ['geometry', 'geography'].includes(udt_name)
    ? `encode(public.ST_AsEWKB("${column_name}"::public.geometry), 'hex')`
    : `"${column_name}"::text`;

/** Rows that only one of two read models has. */
export interface Difference {
  readonly onlyLive: Dump;
  readonly onlyRebuilt: Dump;
}

/** Compares row by row. */
export function differenceOf(live: Dump, rebuilt: Dump): Difference {
  return { onlyLive: without(live, rebuilt), onlyRebuilt: without(rebuilt, live) };
}

function without(rows: Dump, others: Dump): Dump {
  const left = Map.groupBy(others, (row) => row);
  return rows.filter((row) => left.get(row)?.pop() === undefined);
}

/** Rows by table. */
export const rowsByTable = (dump: Dump): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(dump, (row) => row.split(' ')[0]!)].map(([table, rows]) => [table, rows.length]));
