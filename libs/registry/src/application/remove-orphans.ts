import { isOpenObject } from '../domain/hsds/missing-id.js';
import { childKeyOf, keyText, type RecordKey, uniqueKeys } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';

/** Removes records that hang on nothing any more, and their parts that then do. */
export async function removeOrphans(tx: RegistryTransaction, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return;
  const held = new Set((await tx.records.parentsOf(keys)).map((relation) => keyText(childKeyOf(relation))));
  const orphans = keys.filter((key) => !held.has(keyText(key)));
  const below = await tx.records.childrenOf(orphans);
  await tx.records.unrelate(below);
  await tx.records.remove(orphans);
  await removeUnplaced(tx, orphans);
  await removeOrphans(tx, uniqueKeys(below.map(childKeyOf)).filter(isPart));
}

/**
 * Removes what names one of these as its owner, but not what kind of object that is, wherever it hangs: it may tell of a place
 * that is confidential now, and would be refused from now on. Answers what that was.
 */
export async function removeUnplaced(tx: RegistryTransaction, owners: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const keys = await tx.records.unplaced(owners.map(({ id }) => id));
  if (keys.length === 0) return [];
  const around = await tx.records.holdersAround(keys);
  await tx.dirty.mark(around.filter(({ object }) => object === 'service').map(({ id }) => id));
  await tx.records.unrelate(await tx.records.parentsOf(keys));
  await removeOrphans(tx, keys);
  return keys;
}

/** A place stands on its own, as everything does that never stands at one. */
const isPart = ({ object }: RecordKey): boolean => object !== 'location' && !isOpenObject(object);
