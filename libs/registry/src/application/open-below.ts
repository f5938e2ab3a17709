import { markOf } from '../domain/haven-marks.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { childKeyOf, keyText, leadsElsewhere, type RecordKey, type Relation, uniqueKeys, withRelations } from '../domain/relation.js';
import { hasShownPart } from '../domain/sealed-location.js';
import type { Split } from '../domain/split-secret.js';
import type { RegistryTransaction } from './ports.js';
import { removeUnplaced } from './remove-orphans.js';
import { markAround, type StoreContext } from './store-open.js';

/**
 * Records in the open that hang on what turns out to be secret: they came before it, when nobody knew what they belong to.
 * What hangs on the location itself names it, so that it was never in doubt.
 */
export async function openBelow(tx: RegistryTransaction, { places }: Split): Promise<readonly HsdsRecord[]> {
  const parts = places.flatMap(({ records }) => records.filter(({ object }) => object !== 'location'));
  const secret = uniqueKeys(parts.map(({ object, id }) => ({ object, id })));
  const seen = new Set(secret.map(keyText));
  const below: Relation[] = [];
  for (let level = secret; level.length > 0;) {
    const found = (await tx.records.childrenOf(level)).filter((relation) => !leadsElsewhere(relation));
    below.push(...found);
    level = uniqueKeys(found.map(childKeyOf)).filter((key) => isPart(key) && !seen.has(keyText(key)));
    level.forEach((key) => seen.add(keyText(key)));
  }
  return withRelations(await tx.records.get(uniqueKeys(below.map(childKeyOf)).filter(isPart)), below);
}

/** What came before a mark of a place and hangs on it: it belongs to the place. */
export async function belowMarks(
  tx: RegistryTransaction,
  records: readonly HsdsRecord[],
  terms: ReadonlyMap<string, string>,
): Promise<readonly HsdsRecord[]> {
  const marks = records.filter((record) => markOf(record, terms) !== null).map(({ object, id }): RecordKey => ({ object, id }));
  const below = (await tx.records.childrenOf(marks)).filter((relation) => isPart(childKeyOf(relation)));
  return withRelations(await tx.records.get(uniqueKeys(below.map(childKeyOf))), below);
}

/** Terms belong to everybody, and of what has a shown part the registry keeps that part only. */
const isPart = ({ object }: RecordKey): boolean => object !== 'taxonomy_term' && object !== 'taxonomy' && !hasShownPart(object);

/** Takes away what stood in the open of records that are sealed now, and answers what that was. */
export async function removeOpen(
  tx: RegistryTransaction,
  context: StoreContext,
  sealed: readonly HsdsRecord[],
): Promise<readonly RecordKey[]> {
  const unplaced = await removeUnplaced(tx, sealed);
  const keys = sealed.map(({ object, id }): RecordKey => ({ object, id })).filter(isPart);
  const relations = [...(await tx.records.parentsOf(keys)), ...(await tx.records.childrenOf(keys))];
  const stored = await tx.records.get(keys);
  if (stored.length + unplaced.length > 0) await tx.leftovers.note();
  if (stored.length === 0 && relations.length === 0) return unplaced;
  await markAround(tx, context, keys);
  await tx.records.unrelate(relations);
  await tx.records.remove(keys);
  return [...unplaced, ...stored];
}
