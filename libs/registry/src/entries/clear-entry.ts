import { havenCode } from '../hsds/haven-attributes.js';
import { positionOf } from '../hsds/position.js';
import { textOf } from '../reading/json-record.js';
import { childKeyOf, keyText, parentOf, type RecordKey, type Relation, uniqueKeys } from '../hsds/relation.js';
import type { KnownPlace } from '../sources/same-place.js';
import type { RegistryTransaction } from '../ports.js';
import { isPart, removeOrphans } from '../vault/remove-orphans.js';

const replacedLists: readonly string[] = ['languages', 'phones', 'service_at_locations'];
/**
 * An edit must not remove a visibility tag from the whole service: places entered as public would be shown until the next import brings it
 * again. An entry has no field for interpreters or for a coordinator's decisions, so those stay, too.
 */
const keptCodes: readonly string[] = [
  havenCode.visibility,
  havenCode.interpreterGender,
  havenCode.interpreterBy,
  havenCode.interpreterFromCommunity,
  havenCode.decision,
];
const replacedCodes: readonly string[] = Object.values(havenCode).filter((code) => !keptCodes.includes(code));

/** Places of this service only: they may change together with it. */
export async function ownPlaces(tx: RegistryTransaction, serviceId: string): Promise<readonly KnownPlace[]> {
  const at = (await tx.records.childrenOf([{ object: 'service', id: serviceId }])).filter(
    ({ property }) => property === 'service_at_locations',
  );
  const here = new Set(at.map((relation) => keyText(childKeyOf(relation))));
  const ids = (await tx.records.childrenOf(at.map(childKeyOf)))
    .filter(({ property }) => property === 'location')
    .map(({ childId }) => childId);
  const keys = ids.map((id): RecordKey => ({ object: 'location', id }));
  const shared = (await tx.records.parentsOf(keys)).filter(
    (relation) => relation.parentObject === 'service_at_location' && !here.has(keyText(parentOf(relation))),
  );
  const sharedIds = new Set(shared.map(({ childId }) => childId));
  const cells = await tx.vault.cells(ids);
  const records = await tx.records.get(keys.filter(({ id }) => !sharedIds.has(id)));
  return records.map(({ id, properties }) => ({
    id,
    name: textOf(properties, 'name'),
    position: positionOf(properties),
    cell: cells.has(id) ? cells.get(id) : undefined,
  }));
}

/** Removes what a new entry replaces. Data that an entry has no field for (hours, documents, beds) stays. */
export async function clearEntry(tx: RegistryTransaction, serviceId: string, gone: readonly KnownPlace[]): Promise<void> {
  const service: RecordKey = { object: 'service', id: serviceId };
  const relations = await tx.records.childrenOf([service]);
  const replaced = [...relations.filter(({ property }) => replacedLists.includes(property)), ...(await ourAttributes(tx, relations))];
  await tx.records.unrelate(replaced);
  await removeOrphans(tx, replaced.map(childKeyOf));
  await removePlaces(
    tx,
    gone.map(({ id }): RecordKey => ({ object: 'location', id })),
  );
}

/** Removes places with everything that only they use. They stay confidential, so that nobody can bring them back in the open. */
async function removePlaces(tx: RegistryTransaction, places: readonly RecordKey[]): Promise<void> {
  const below = await tx.records.childrenOf(places);
  await tx.records.unrelate([...(await tx.records.parentsOf(places)), ...below]);
  await tx.records.remove(places);
  await removeOrphans(tx, uniqueKeys(below.map(childKeyOf)).filter(isPart));
}

async function ourAttributes(tx: RegistryTransaction, relations: readonly Relation[]): Promise<readonly Relation[]> {
  const attributes = relations.filter(({ property }) => property === 'attributes');
  const terms = (await tx.records.childrenOf(attributes.map(childKeyOf))).filter(({ property }) => property === 'taxonomy_term');
  const codes = new Map((await tx.records.get(terms.map(childKeyOf))).map(({ id, properties }) => [id, String(properties.code ?? '')]));
  const ours = new Set(terms.filter(({ childId }) => replacedCodes.includes(codes.get(childId) ?? '')).map(({ parentId }) => parentId));
  return attributes.filter(({ childId }) => ours.has(childId));
}
