import { isOpenObject } from '../domain/hsds/missing-id.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { childKeyOf, keyText, parentOf, type RecordKey, uniqueKeys } from '../domain/relation.js';
import { hasShownPart } from '../domain/sealed-location.js';
import type { RegistryTransaction } from './ports.js';

/** Where records stand by what came before, whatever they say of it themselves. */
export interface Surroundings {
  /** What holds them, and the attributes that they name, in the open, by key text. */
  readonly holders: ReadonlyMap<string, readonly RecordKey[]>;
  /** Location of each service at a location among them and what holds them, by key text. */
  readonly standing: ReadonlyMap<string, string>;
}

/** What is known of these records; of an address or a location nothing is, since a part of it stands in the open anyway. */
export async function surroundingsOf(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<Surroundings> {
  const named = holdersNamed(records).filter(({ object }) => object === 'attribute');
  const parts = records.filter(mayBePart).map(({ object, id }) => ({ object, id }));
  const relations = await tx.records.parentsOf(uniqueKeys([...parts, ...named]));
  const holders = new Map<string, RecordKey[]>();
  for (const relation of relations) {
    const key = keyText(childKeyOf(relation));
    holders.set(key, [...(holders.get(key) ?? []), parentOf(relation)]);
  }
  const near = [...records.map(({ object, id }) => ({ object, id })), ...holdersNamed(records), ...relations.map(parentOf)];
  const servicesAt = uniqueKeys(near).filter(({ object }) => object === 'service_at_location');
  const at = (await tx.records.childrenOf(servicesAt)).filter(({ property }) => property === 'location');
  return { holders, standing: new Map(at.map((relation) => [keyText(parentOf(relation)), relation.childId])) };
}

const mayBePart = ({ object }: HsdsRecord): boolean => !isOpenObject(object) && !hasShownPart(object);

/** What these records say that holds them. */
export const holdersNamed = (records: readonly HsdsRecord[]): readonly RecordKey[] =>
  uniqueKeys(records.flatMap(({ links }) => links.map(({ parentObject, parentId }) => ({ object: parentObject, id: parentId }))));
