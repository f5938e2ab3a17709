import { isCentreOf } from './centre.js';
import { positionOf } from '../hsds/position.js';
import type { HsdsRecord } from '../hsds/record.js';
import { isSealedKind } from './sealed-kinds.js';
import { digestOf } from '../hsds/record-digest.js';
import { isRedacted } from '../hsds/redacted.js';
import { isToMany, keyText, parentOf, type RecordKey, type Relation, relationText, relationsOf, uniqueKeys } from '../hsds/relation.js';
import type { ImportRun, RegistryTransaction, RecordSummary } from '../ports.js';
import type { Outcomes } from '../report/store-outcome.js';

/** The source of records, and whether an import defers their services. */
export interface StoreContext {
  readonly source: string;
  readonly deferredBy: ImportRun | null;
  /** A record that a person enters through the API belongs to Haven from then on, whatever source brought it. */
  readonly takesOver?: boolean;
  /** The source under which new records are exported, if it is another one. */
  readonly origin?: string;
}

/** Stores records. Unchanged ones stay. It rejects a record of another source, and a place that moved out of its area. */
export async function storeOpen(
  tx: RegistryTransaction,
  context: StoreContext,
  given: readonly HsdsRecord[],
  outcomes: Outcomes,
  moved: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (given.length === 0) return;
  const records = await withoutParts(tx, given, outcomes);
  const summaries = await summariesOf(tx, records);
  const guarded = await guardedAmong(tx, context, records, summaries);
  const accepted = records.filter((record) =>
    accept(record, { summary: summaries.get(keyText(record)), guarded, moved }, context, outcomes),
  );
  const written = accepted.filter((record) => isNew(record, summaries.get(keyText(record)), context));
  await tx.records.put(context.source, written, context.origin);
  const related = await storeRelations(tx, accepted);
  const changed = new Map([...written, ...related].map((key) => [keyText(key), { object: key.object, id: key.id }]));
  for (const record of accepted) outcomes.note(record, changed.has(keyText(record)) ? 'stored' : 'unchanged');
  await addDirtyAround(tx, context, [...changed.values()]);
}

/**
 * An export contains only a part of a service with a confidential place. If more of the record or of its container is stored, the part is
 * ignored.
 */
async function withoutParts(tx: RegistryTransaction, given: readonly HsdsRecord[], outcomes: Outcomes): Promise<readonly HsdsRecord[]> {
  const parts = await partsAmong(tx, given);
  if (parts.length === 0) return given;
  const above = parts.flatMap(({ links }) =>
    links.map(({ parentObject, parentId }): RecordKey => ({ object: parentObject, id: parentId })),
  );
  const summaries = await summariesOf(tx, uniqueKeys([...parts.map(bare), ...above]));
  const isWhole = (key: RecordKey): boolean => summaries.get(keyText(key))?.isRedacted === false;
  const known = parts.filter(
    (part) =>
      isWhole(part) ||
      (!summaries.has(keyText(part)) && part.links.some((link) => isWhole({ object: link.parentObject, id: link.parentId }))),
  );
  known.forEach((part) => outcomes.note(part, 'unchanged'));
  return given.filter((record) => !known.includes(record));
}

/** Adds the services around these records to those to be published again, and lets a running import defer them. */
export async function addDirtyAround(tx: RegistryTransaction, { deferredBy }: StoreContext, keys: readonly RecordKey[]): Promise<void> {
  const around = await tx.records.holdersAround(keys);
  await tx.dirty.mark(around.filter(({ object }) => object === 'service').map(({ id }) => id));
  if (deferredBy !== null) await tx.deferrals.add(deferredBy, around);
}

/** Records marked as partial, and places at the centre of their area with everything in them: older exports have no mark. */
async function partsAmong(tx: RegistryTransaction, given: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const places = given.filter(({ object }) => object === 'location');
  const cells = await tx.vault.cells(places.map(({ id }) => id));
  const middles = places.filter(({ id, properties }) => {
    const [cell, position] = [cells.get(id) ?? null, positionOf(properties)];
    return cell !== null && position !== null && isCentreOf(cell, position);
  });
  const ids = new Set(middles.map(({ id }) => id));
  const isThere = ({ object, id, links, references }: HsdsRecord): boolean =>
    (object === 'location' && ids.has(id)) ||
    (object === 'address' && links.some(({ parentId }) => ids.has(parentId))) ||
    (object === 'service_at_location' && references.some((reference) => reference.object === 'location' && ids.has(reference.id)));
  return given.filter((record) => isRedacted(record) || isThere(record));
}

interface Known {
  readonly summary: RecordSummary | undefined;
  readonly guarded: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
}

function accept(record: HsdsRecord, { summary, guarded, moved }: Known, context: StoreContext, outcomes: Outcomes): boolean {
  const isForeign = context.takesOver !== true && summary !== undefined && summary.source !== context.source;
  const isRefused = isForeign && (guarded.has(keyText(record)) || summary.digest !== digestOf(record.properties));
  if (isRefused) outcomes.note(record, 'ID_OF_ANOTHER_SOURCE');
  else if (moved.has(keyText(record))) outcomes.note(record, 'CELL_MOVED');
  else return true;
  return false;
}

/**
 * Records of another source in confidential places. They are rejected whatever they contain: if equal text counted as the same record, a
 * directory of guesses could find the place.
 */
async function guardedAmong(
  tx: RegistryTransaction,
  { source, takesOver }: StoreContext,
  records: readonly HsdsRecord[],
  summaries: ReadonlyMap<string, RecordSummary>,
): Promise<ReadonlySet<string>> {
  const isForeign = (key: RecordKey): boolean =>
    isSealedKind(key.object) && ![undefined, source].includes(summaries.get(keyText(key))?.source);
  const foreign = takesOver === true ? [] : records.filter(isForeign);
  const guarded = new Set<string>();
  for (const { object, id } of foreign) {
    const places = (await tx.records.holdersAround([{ object, id }])).filter((key) => key.object === 'location');
    if ((await tx.vault.cells(places.map((place) => place.id))).size > 0) guarded.add(keyText({ object, id }));
  }
  return guarded;
}

function isNew(record: HsdsRecord, summary: RecordSummary | undefined, { source, takesOver }: StoreContext): boolean {
  return (
    summary?.digest !== digestOf(record.properties) ||
    (takesOver === true && summary.source !== source && record.object !== 'taxonomy_term')
  );
}

async function summariesOf(tx: RegistryTransaction, records: readonly RecordKey[]): Promise<ReadonlyMap<string, RecordSummary>> {
  const summaries = new Map<string, RecordSummary>();
  for (const object of new Set(records.map((record) => record.object))) {
    const ids = records.filter((record) => record.object === object).map(({ id }) => id);
    for (const [id, summary] of await tx.records.summaries(object, ids)) summaries.set(keyText({ object, id }), summary);
  }
  return summaries;
}

/** Adds nestings that are not stored yet, and replaces an only child by another. Returns the records whose nestings changed. */
async function storeRelations(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<readonly RecordKey[]> {
  const stated = records.flatMap((record) => relationsOf(record).map((relation) => ({ record, relation })));
  const stored = [
    ...(await tx.records.related(stated.map(({ relation }) => relation))),
    ...(await tx.records.childrenOf(records.filter((r) => r.references.length > 0).map(bare))),
  ];
  const known = new Map(stored.map((relation) => [relationText(relation), relation.isGiven ?? false]));
  const missing = stated.filter(({ relation }) => !known.has(relationText(relation)) || isGivenNow(relation, known));
  await tx.records.unrelate(
    replaced(
      stored,
      missing.map(({ relation }) => relation),
    ),
  );
  await tx.records.relate(missing.map(({ relation }) => relation));
  return missing.map(({ record }) => record);
}

const isGivenNow = (relation: Relation, known: ReadonlyMap<string, boolean>): boolean =>
  relation.isGiven === true && known.get(relationText(relation)) === false;

const bare = ({ object, id }: RecordKey): RecordKey => ({ object, id });

function replaced(stored: readonly Relation[], added: readonly Relation[]): readonly Relation[] {
  const only = new Set(
    added.filter((relation) => !isToMany(relation)).map((relation) => `${keyText(parentOf(relation))} ${relation.property}`),
  );
  return stored.filter((relation) => !isToMany(relation) && only.has(`${keyText(parentOf(relation))} ${relation.property}`));
}
