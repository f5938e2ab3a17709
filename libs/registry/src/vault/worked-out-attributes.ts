import { havenAttribute, havenCode, workedOutLabel } from '../hsds/haven-attributes.js';
import type { HsdsRecord } from '../hsds/record.js';
import { childKeyOf, type Relation } from '../hsds/relation.js';
import type { ServiceMeaning } from '../meaning/service-meaning.js';
import type { RegistryTransaction } from '../ports.js';
import { removeOrphans } from './remove-orphans.js';

/** Records derived from the texts of a service. */
export const recordsMeant = (id: string, { attributes }: ServiceMeaning): readonly HsdsRecord[] =>
  attributes.flatMap(({ code, value }, n) => {
    const position = 900_000 + 1000 * codes.indexOf(code) + attributes.slice(0, n).filter((one) => one.code === code).length;
    return havenAttribute({ object: 'service', id }, 'attributes', code, value, position, workedOutLabel);
  });

/** Each has a fixed position, whatever else is derived. */
const codes: readonly string[] = Object.values(havenCode);

/** Attributes that were derived before, and would not be now. */
export const outdatedOf = (id: string, { outdated }: ServiceMeaning): readonly Relation[] =>
  outdated.map((childId) => ({
    parentObject: 'service',
    parentId: id,
    property: 'attributes',
    childObject: 'attribute',
    childId,
    position: 0,
  }));

/** Removes such attributes. */
export async function forget(tx: RegistryTransaction, outdated: readonly Relation[]): Promise<void> {
  await tx.records.unrelate(outdated);
  await removeOrphans(tx, outdated.map(childKeyOf));
  await tx.dirty.mark(outdated.map(({ parentId }) => parentId));
}
