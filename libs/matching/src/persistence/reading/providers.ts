import type { AvailabilitySnapshot, ServiceView } from '@haven/events';
import type { AdmissionRule } from '@haven/kernel';
import { rowsOf, type Prepared } from '@haven/persistence';
import type { DirectoryEntry } from '../../ports.js';
import type { KnownProvider, WeighedBeds, WeighedPool } from '../../judging/candidate.js';
import type { Interpreter } from '../../languages/interpreter.js';
import type { PlaceHours } from '../../hours/place-hours.js';
import type { Known } from './known.js';
import type { Reading } from './reading.js';
import { versionColumns, versionOf, type VersionedRow } from './witness.js';

interface ProviderRow extends VersionedRow {
  readonly organization_id: string;
  readonly status: string;
  readonly languages: string;
  readonly interpreters: string;
  readonly admission: string;
  readonly beds_status: WeighedBeds['status'] | null;
  readonly confirmed_at: string | null;
  readonly pools: string | null;
  readonly hours: string;
}

interface EntryRow extends VersionedRow {
  readonly view: ServiceView;
  readonly beds: AvailabilitySnapshot | null;
}

const statementOf = <Row>(name: string, columns: string): Prepared<Row> => ({
  name,
  text: `SELECT service_id, ${versionColumns}, ${columns}
    FROM matching.service LEFT JOIN matching.bed_state USING (service_id) WHERE service_id = ANY($1)`,
});

const providers = statementOf<ProviderRow>(
  'match-providers',
  `organization_id, service.status, to_json(languages)::text AS languages, interpreters::text AS interpreters, admission::text AS admission,
   bed_state.status AS beds_status, confirmed_at, pools::text AS pools, hours::text AS hours`,
);

const entries = statementOf<EntryRow>('match-entries', 'view, snapshot AS beds');

/** The facts about each service; a service that is gone since it was read is left out. */
export const providersById = (through: Reading, ids: readonly string[]): Promise<Map<string, KnownProvider>> =>
  known(through, ids, { kept: through.memory.providers, statement: providers, read: (row) => providerOf(row, through.memory.parse) });

/** The entries for an answer, in the form that every caller may see. */
export const entriesById = (through: Reading, ids: readonly string[]): Promise<Map<string, DirectoryEntry>> =>
  known(through, ids, { kept: through.memory.entries, statement: entries, read: ({ view, beds }) => ({ service: view, beds }) });

interface Source<Row extends VersionedRow, T extends object> {
  readonly kept: Known<T>;
  readonly statement: Prepared<Row>;
  readonly read: (row: Row) => T;
}

/** Reads only what is not cached in the version that was read. */
async function known<Row extends VersionedRow, T extends object>(
  { reader, witness }: Reading,
  ids: readonly string[],
  { kept, statement, read }: Source<Row, T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const version = witness.versionOf(id);
    const one = version === null ? undefined : kept.get(id, version);
    if (one) found.set(id, one);
  }
  const unknown = ids.filter((id) => !found.has(id));
  if (unknown.length === 0) return found;
  for (const row of witness.see(await rowsOf(reader, statement, [unknown]), unknown))
    found.set(row.service_id, kept.keep(row.service_id, versionOf(row), read(row)));
  return found;
}

const providerOf = (row: ProviderRow, parse: (text: string) => unknown): KnownProvider => ({
  serviceId: row.service_id,
  organizationId: row.organization_id,
  status: row.status,
  languages: parse(row.languages) as string[],
  interpreters: parse(row.interpreters) as Interpreter[],
  admission: parse(row.admission) as AdmissionRule,
  beds: row.pools === null ? null : { status: row.beds_status!, confirmedAt: row.confirmed_at, pools: poolsOf(row.pools, parse) },
  hours: parse(row.hours) as PlaceHours[],
});

/** Pools with one rule share the object. */
const poolsOf = (pools: string, parse: (text: string) => unknown): WeighedPool[] =>
  (JSON.parse(pools) as WeighedPool[]).map(({ free, admits }) => ({ free, admits: parse(JSON.stringify(admits)) as AdmissionRule }));
