import type { Database } from '@haven/persistence';
import type { DemandCounts } from '../../ports.js';
import type { Block } from '../../demand/demand-days.js';
import { fieldsOf, type GroupField } from '../../demand/groupings.js';
import { unmetOutcomes } from '../../demand/need-outcome.js';
import type { Counts } from '../../demand/show-demand.js';

/** Column of each field; the hour is that of the day in UTC. */
const columns: Readonly<Record<GroupField, string>> = {
  country: 'country',
  cell: 'cell',
  hour: `extract(hour FROM hour AT TIME ZONE 'UTC')::int`,
  party: 'party',
  language: 'language',
  outcome: 'outcome',
};

type Row = Counts & { readonly day: number; readonly category: string } & Readonly<Partial<Record<GroupField, string | number | null>>>;

/** Counts demand by day and group. */
export const openDemandCounts = (database: Database): DemandCounts => ({
  count: async (days, grouping) => {
    const rows = await countBy(database, days, fieldsOf[grouping]);
    return rows.map(({ day, asked, unmet, ...group }) => ({ day, asked, unmet, group }));
  },
});

function countBy(database: Database, { from, to }: Block, fields: readonly GroupField[]): Promise<Row[]> {
  const selected = fields.map((field) => `, ${columns[field]} AS "${field}"`).join('');
  const places = Array.from({ length: 2 + fields.length }, (_, n) => n + 1).join(', ');
  const counted = `SELECT floor(extract(epoch FROM hour) / 86400)::int AS day, category${selected},
       count(*)::int AS asked, count(*) FILTER (WHERE outcome = ANY($3))::int AS unmet
     FROM matching.demand WHERE hour >= to_timestamp($1::bigint * 86400) AND hour < to_timestamp($2::bigint * 86400)
     GROUP BY ${places}`;
  return database.read((tx) => tx.query<Row[]>(counted, [from, to, unmetOutcomes]));
}
