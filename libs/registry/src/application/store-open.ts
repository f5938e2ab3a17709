import type { HsdsRecord } from '../domain/hsds/record.js';
import { digestOf } from '../domain/record-digest.js';
import { isToMany, keyText, parentOf, type RecordKey, type Relation, relationText, relationsOf } from '../domain/relation.js';
import type { Holder, RegistryTransaction, StoredMark } from './ports.js';
import type { Outcomes } from './store-outcome.js';

/** Where records come from, and whether their services wait for the end of an import. */
export interface StoreContext {
  readonly source: string;
  readonly heldBy: Holder | null;
  /** What somebody enters through the API belongs to them from then on, whoever brought it. */
  readonly takesOver?: boolean;
  /** Source with which new records go out, when it is another one. */
  readonly origin?: string;
}

/** Stores records that everyone may see. Equal ones stay untouched; one that another source owns is refused. */
export async function storeOpen(
  tx: RegistryTransaction,
  context: StoreContext,
  records: readonly HsdsRecord[],
  outcomes: Outcomes,
): Promise<void> {
  if (records.length === 0) return;
  const marks = await marksOf(tx, records);
  const accepted = records.filter((record) => accept(record, marks.get(keyText(record)), context, outcomes));
  const written = accepted.filter((record) => isNew(record, marks.get(keyText(record)), context));
  await tx.records.put(context.source, written, context.origin);
  const related = await storeRelations(tx, accepted);
  const changed = new Map([...written, ...related].map((key) => [keyText(key), { object: key.object, id: key.id }]));
  for (const record of accepted) outcomes.note(record, changed.has(keyText(record)) ? 'stored' : 'unchanged');
  await markAround(tx, context, [...changed.values()]);
}

/** Notes that what holds these records must be published anew, and lets a running import hold it back. */
export async function markAround(tx: RegistryTransaction, { heldBy }: StoreContext, keys: readonly RecordKey[]): Promise<void> {
  const around = await tx.records.holdersAround(keys);
  await tx.dirty.mark(around.filter(({ object }) => object === 'service').map(({ id }) => id));
  if (heldBy !== null) await tx.holds.add(heldBy, around);
}

function accept(record: HsdsRecord, mark: StoredMark | undefined, { source, takesOver }: StoreContext, outcomes: Outcomes): boolean {
  const refused = !takesOver && mark !== undefined && mark.source !== source && mark.digest !== digestOf(record.properties);
  if (refused) outcomes.note(record, 'ID_OF_ANOTHER_SOURCE');
  return !refused;
}

function isNew(record: HsdsRecord, mark: StoredMark | undefined, { source, takesOver }: StoreContext): boolean {
  return (
    mark?.digest !== digestOf(record.properties) || (takesOver === true && mark.source !== source && record.object !== 'taxonomy_term')
  );
}

async function marksOf(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<ReadonlyMap<string, StoredMark>> {
  const marks = new Map<string, StoredMark>();
  for (const object of new Set(records.map((record) => record.object))) {
    const ids = records.filter((record) => record.object === object).map(({ id }) => id);
    for (const [id, mark] of await tx.records.marks(object, ids)) marks.set(keyText({ object, id }), mark);
  }
  return marks;
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
