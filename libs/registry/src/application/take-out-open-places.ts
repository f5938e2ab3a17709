import { ownerColumns } from '../domain/hsds/owner-kind.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { keyOfSealed } from '../domain/closed-record.js';
import {
  childKeyOf,
  keyText,
  parentOf,
  type RecordKey,
  type Relation,
  relationText,
  uniqueKeys,
  withRelations,
} from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import { removeUnplaced } from './remove-orphans.js';

/** What was taken out, and the keys of all that is gone with it. */
export interface TakenOut {
  readonly records: readonly HsdsRecord[];
  readonly removed: readonly RecordKey[];
}

/**
 * Takes places, and records that are secret by themselves, out of the registry that only now turn out to be so (what says it
 * came after them), with all that hangs on them alone, so that they can be sealed.
 */
export async function takeOutOpenPlaces(tx: RegistryTransaction, ids: readonly string[]): Promise<TakenOut> {
  const given = ids.map(keyOfSealed);
  const places = given.filter(({ object }) => object === 'location');
  const above = await tx.records.parentsOf(given.filter(({ object }) => object !== 'location'));
  const roots = [...given, ...(await servicesAt(tx, places))];
  const below = await relationsBelow(tx, roots);
  const rooted = new Set(roots.map(keyText));
  const children = below.map(childKeyOf).filter((key) => isNoTerm(key) && !rooted.has(keyText(key)));
  const elsewhere = await standingElsewhere(tx, children, [...roots, ...children], below);
  const keys = [...roots, ...uniqueKeys(children).filter((key) => !elsewhere.has(keyText(key)))];
  const records = withRelations(await tx.records.get(keys), uniqueRelations([...below, ...above]));
  await tx.records.unrelate([...below.filter((relation) => !elsewhere.has(keyText(parentOf(relation)))), ...above]);
  await tx.records.remove(keys);
  const unplaced = await removeUnplaced(tx, keys);
  return { records, removed: [...keys, ...unplaced] };
}

const uniqueRelations = (relations: readonly Relation[]): readonly Relation[] => [
  ...new Map(relations.map((relation) => [relationText(relation), relation])).values(),
];

/** What ties services to these places is part of them. */
async function servicesAt(tx: RegistryTransaction, places: readonly RecordKey[]): Promise<readonly RecordKey[]> {
  const parents = (await tx.records.parentsOf(places)).map(parentOf);
  return [...new Map(parents.filter(({ object }) => object === 'service_at_location').map((key) => [keyText(key), key])).values()];
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

/** Records that also stand somewhere else, and all that hangs on those; not what names its owner, which tells of it wherever it stands. */
async function standingElsewhere(
  tx: RegistryTransaction,
  keys: readonly RecordKey[],
  all: readonly RecordKey[],
  below: readonly Relation[],
): Promise<ReadonlySet<string>> {
  const inside = new Set(all.map(keyText));
  const parents = await tx.records.parentsOf(keys);
  const outside = parents.filter((relation) => !inside.has(keyText(parentOf(relation))) && !ownerColumns[relation.childObject]);
  const elsewhere = new Set<string>();
  for (let level = outside; level.length > 0;) {
    level.forEach((relation) => elsewhere.add(keyText(childKeyOf(relation))));
    level = below.filter((relation) => elsewhere.has(keyText(parentOf(relation))) && !elsewhere.has(keyText(childKeyOf(relation))));
  }
  return elsewhere;
}

/** Terms belong to everybody. */
const isNoTerm = ({ object }: RecordKey): boolean => object !== 'taxonomy_term';
