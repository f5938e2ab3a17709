import { indexRecords, nest } from '../hsds/nest.js';
import type { JsonObject } from '../hsds/record.js';
import { childKeyOf, keyText, leadsElsewhere, type RecordKey, type Relation, withRelations } from '../hsds/relation.js';
import type { RecordStore } from '../ports.js';

/** The roots with all their nested records, by the id of the root. */
export async function loadAggregates(records: RecordStore, roots: readonly RecordKey[]): Promise<ReadonlyMap<string, JsonObject>> {
  const relations = await relationsBelow(records, roots);
  const keys = new Map([...roots, ...relations.map(childKeyOf)].map((key) => [keyText(key), key]));
  const found = withRelations(await records.get([...keys.values()]), relations);
  const index = indexRecords(found);
  const wanted = new Set(roots.map(keyText));
  return new Map(found.filter((record) => wanted.has(keyText(record))).map((record) => [record.id, nest(record, index)]));
}

/** Services with all that hangs on them, by id. */
export const loadServices = (records: RecordStore, ids: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> =>
  loadAggregates(
    records,
    ids.map((id) => ({ object: 'service', id })),
  );

/** Ids of the services that hold any of these, at whatever depth. */
export const servicesAround = async (records: RecordStore, keys: readonly RecordKey[]): Promise<readonly string[]> =>
  (await records.holdersAround(keys)).filter(({ object }) => object === 'service').map(({ id }) => id);

async function relationsBelow(records: RecordStore, roots: readonly RecordKey[]): Promise<readonly Relation[]> {
  const seen = new Set(roots.map(keyText));
  const all: Relation[] = [];
  for (let level = [...roots]; level.length > 0;) {
    const below = (await records.childrenOf(level)).filter((relation) => !leadsElsewhere(relation));
    all.push(...below);
    const next = new Map(below.map(childKeyOf).map((key) => [keyText(key), key]));
    level = [...next].filter(([text]) => !seen.has(text)).map(([, key]) => key);
    level.forEach((key) => seen.add(keyText(key)));
  }
  return all;
}
