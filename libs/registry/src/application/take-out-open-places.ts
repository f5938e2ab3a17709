import type { HsdsRecord } from '../domain/hsds/record.js';
import { childKeyOf, keyText, parentOf, type RecordKey, type Relation, withRelations } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';

/**
 * Takes places out of the registry that only now turn out to be confidential (their attribute came after them), with all
 * that hangs on them alone, so that they can be sealed.
 */
export async function takeOutOpenPlaces(tx: RegistryTransaction, locationIds: readonly string[]): Promise<readonly HsdsRecord[]> {
  const roots: RecordKey[] = locationIds.map((id) => ({ object: 'location', id }));
  const below = await relationsBelow(tx, roots);
  const keys = await onlyBelow(tx, [...roots, ...below.map(childKeyOf).filter(isNoTerm)], below);
  const records = withRelations(await tx.records.get(keys), below);
  await tx.records.unrelate(below);
  await tx.records.remove(keys);
  return records;
}

async function relationsBelow(tx: RegistryTransaction, roots: readonly RecordKey[]): Promise<readonly Relation[]> {
  const all: Relation[] = [];
  const seen = new Set<string>();
  for (let level = [...roots]; level.length > 0;) {
    level.forEach((key) => seen.add(keyText(key)));
    const found = await tx.records.childrenOf(level);
    all.push(...found);
    level = found.map(childKeyOf).filter((key) => !seen.has(keyText(key)) && isNoTerm(key));
  }
  return all;
}

/** Without records that also stand somewhere else. */
async function onlyBelow(tx: RegistryTransaction, keys: readonly RecordKey[], below: readonly Relation[]): Promise<readonly RecordKey[]> {
  const inside = new Set(keys.map(keyText));
  const parents = await tx.records.parentsOf(below.map(childKeyOf));
  const outside = new Set(
    parents.filter((relation) => !inside.has(keyText(parentOf(relation)))).map((relation) => keyText(childKeyOf(relation))),
  );
  return [...new Map(keys.filter((key) => !outside.has(keyText(key))).map((key) => [keyText(key), key])).values()];
}

/** Terms belong to everybody. */
const isNoTerm = ({ object }: RecordKey): boolean => object !== 'taxonomy_term';
