import { namedParts } from '../confidentiality/named-parts.js';
import { organizationFields } from '../confidentiality/public-fields.js';
import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { asRedacted } from '../hsds/redacted.js';
import { childKeyOf, keyText, parentOf, uniqueKeys, withRelations } from '../hsds/relation.js';
import type { RegistryTransaction } from '../ports.js';

/**
 * Records that cannot reveal a place and are in no entry, with their nested records, as an export shows them. Records nested in a service
 * are exported with its entry or not at all. An organization with a confidential place is exported without nested records.
 */
export async function recordsWithoutEntry(tx: RegistryTransaction, stored: readonly HsdsRecord[]) {
  const keys = stored.map(({ object, id }) => ({ object, id }));
  const above = await tx.records.parentsOf(keys);
  const below = (await tx.records.childrenOf(keys)).filter((relation) => !isSealedKind(relation.childObject));
  const closed = await tx.entries.silentOrganizations(
    [...above.map(parentOf), ...keys].filter(({ object }) => object === 'organization').map(({ id }) => id),
  );
  const isHidden = new Set(
    above
      .filter(
        ({ parentObject, parentId, property }) => property !== 'taxonomy_term' && (parentObject === 'service' || closed.has(parentId)),
      )
      .map((relation) => keyText(childKeyOf(relation))),
  );
  const shown = withRelations(
    stored.filter((record) => isForAll(record) || !isHidden.has(keyText(record))),
    [...above, ...below].filter(({ parentObject }) => parentObject !== 'service'),
  );
  const nested = below.filter(({ parentId }) => !closed.has(parentId));
  return {
    records: await shownOrganizations(tx, shown),
    below: withRelations(await tx.records.get(uniqueKeys(nested.map(childKeyOf))), nested),
  };
}

/** Records that everybody shares, or that belong to nobody. */
const isForAll = ({ object }: HsdsRecord): boolean => ['taxonomy', 'taxonomy_term', 'unit', 'organization'].includes(object);

/** Of organizations with a confidential place, only some named fields are exported. */
export async function shownOrganizations(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const closed = await tx.entries.silentOrganizations(records.filter(({ object }) => object === 'organization').map(({ id }) => id));
  return records.map((record) => {
    if (record.object !== 'organization' || !closed.has(record.id)) return record;
    return asRedacted({ ...record, properties: namedParts(record.properties as JsonObject, organizationFields, false) });
  });
}
