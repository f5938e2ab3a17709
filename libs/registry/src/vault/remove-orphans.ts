import { isOpenObject } from '../hsds/missing-id.js';
import { childKeyOf, keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import type { RegistryTransaction } from '../ports.js';

/** Removes records that nothing contains any more, and then their parts. */
export async function removeOrphans(tx: RegistryTransaction, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return;
  const held = new Set((await tx.records.parentsOf(keys)).map((relation) => keyText(childKeyOf(relation))));
  const orphans = keys.filter((key) => !held.has(keyText(key)));
  const below = await tx.records.childrenOf(orphans);
  await tx.records.unrelate(below);
  await tx.records.remove(orphans);
  await removeOrphans(tx, uniqueKeys(below.map(childKeyOf)).filter(isPart));
}

/** Only a part of another record can be an orphan. A place is independent, and so is everything that is never at a place. */
export const isPart = ({ object }: RecordKey): boolean => object !== 'location' && !isOpenObject(object);
