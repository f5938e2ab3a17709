import { childKeyOf, type RecordKey, withRelations } from '../domain/relation.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import type { HistoryOfClosed, RegistryTransaction } from './ports.js';
import type { StoreContext } from './store-open.js';

/** Change history that tells of confidential places, as parts of these, by the context in which each place may be changed. */
export async function historyOfClosed(
  tx: RegistryTransaction,
  context: StoreContext,
  touched: readonly RecordKey[],
): Promise<ReadonlyMap<StoreContext, readonly HsdsRecord[]>> {
  const found = await tx.records.historyOfClosed(touched.map(({ object, id }) => ({ object, id })));
  if (found.length === 0) return new Map();
  const sealed = await tx.vault.open([...new Set(found.map(({ locationId }) => locationId))]);
  const records = await placedHistory(tx, found);
  const contexts = new Map<string, StoreContext>();
  const history = new Map<StoreContext, HsdsRecord[]>();
  for (const { locationId, metadataId } of found) {
    const source = sealed.get(locationId)?.source ?? context.source;
    const own = contexts.get(source) ?? { source, heldBy: context.heldBy };
    contexts.set(source, own);
    history.set(own, [...(history.get(own) ?? []), records.get(metadataId)!]);
  }
  return history;
}

/** The records, each with a link to its place beside those that it has. */
async function placedHistory(tx: RegistryTransaction, found: readonly HistoryOfClosed[]): Promise<ReadonlyMap<string, HsdsRecord>> {
  const keys = found.map(({ metadataId }): RecordKey => ({ object: 'metadata', id: metadataId }));
  const placed = found.map(
    ({ locationId, metadataId }) =>
      ({
        parentObject: 'location',
        parentId: locationId,
        property: 'metadata',
        childObject: 'metadata',
        childId: metadataId,
        position: 0,
      }) as const,
  );
  const relations = [...(await tx.records.parentsOf(keys)), ...placed];
  const unique = new Map(
    relations.map((relation) => [`${childKeyOf(relation).id}\n${relation.parentObject}\n${relation.parentId}`, relation]),
  );
  return new Map(withRelations(await tx.records.get(keys), [...unique.values()]).map((record) => [record.id, record]));
}
