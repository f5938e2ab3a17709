import { type FieldProblem, publicCellOf } from '@haven/kernel';
import { positionOf } from '../hsds/position.js';
import { textOf } from '../reading/json-record.js';
import { childKeyOf, keyText, parentOf, type RecordKey } from '../hsds/relation.js';
import { isAt, isSameName, type KnownPlace, samePlace } from '../sources/same-place.js';
import type { PlaceEntry } from '../meaning/service-input.js';
import type { IdentifiedPlace } from '../meaning/service-records.js';
import type { RegistryTransaction } from '../ports.js';

/** A public place that other services of the organization use. */
interface SharedPlace extends KnownPlace {
  readonly others: readonly string[];
  /** Whether the service itself is there as well. */
  readonly isHere: boolean;
}

/** What an entry with confidential places means for the places of the organization's other services. */
export interface MeantForOthers {
  /** Places that are confidential for all services from now on. */
  readonly hidden: readonly string[];
  readonly problems: readonly FieldProblem[];
}

/**
 * One house cannot be confidential for one service and public for another of the same organization. If the service was there before, its
 * word decides for the house. If it was not, the position of its new place must have no effect: the house would be hidden at the moment
 * when the service appears, which would give it away. Then its author is told what to do first.
 */
export async function meantForOthers(
  tx: RegistryTransaction,
  service: { readonly id: string; readonly organizationId: string },
  known: readonly KnownPlace[],
  places: readonly IdentifiedPlace[],
): Promise<MeantForOthers> {
  const closed = places.filter(({ place }) => place.visibility === 'CONFIDENTIAL');
  if (closed.length === 0) return { hidden: [], problems: [] };
  const shared = await sharedPlaces(tx, service);
  const left = shared.filter((one) => isLeft(one, known, places)).map(({ id }) => id);
  const ended: string[] = [];
  const problems: FieldProblem[] = [];
  for (const one of shared.filter(({ id }) => !left.includes(id))) {
    const index = places.findIndex(({ place }) => place.visibility === 'CONFIDENTIAL' && isAt(one.position, place));
    if (index < 0) continue;
    const showing = await shownBy(tx, one);
    if (showing.length > 0) problems.push(problemAt(index, showing));
    else ended.push(one.id);
  }
  return { hidden: [...left, ...ended], problems };
}

const problemAt = (index: number, serviceIds: readonly string[]): FieldProblem => ({
  path: `service.locations.${index}.visibility`,
  message: `Another service of the organization shows this place to everyone. Make it confidential there first: ${serviceIds.join(', ')}`,
});

/** Whether the service was there and now has a new confidential place instead. Judged only by public facts: the cell and the name. */
function isLeft(shared: SharedPlace, known: readonly KnownPlace[], places: readonly IdentifiedPlace[]): boolean {
  const isKept = places.some(({ place }) => place.visibility === 'PUBLIC' && samePlace(place, [shared]) !== null);
  const isNew = ({ id, place }: IdentifiedPlace): boolean => place.visibility === 'CONFIDENTIAL' && !known.some((one) => one.id === id);
  return shared.isHere && !isKept && places.some((one) => isNew(one) && mayBeAt(shared, one.place));
}

const mayBeAt = ({ name, position }: SharedPlace, place: PlaceEntry): boolean =>
  position === null || publicCellOf(position) === publicCellOf(place) || isSameName(name, place.name);

/** Services there that can still be changed. */
async function shownBy(tx: RegistryTransaction, { others }: SharedPlace): Promise<readonly string[]> {
  const showing: string[] = [];
  for (const id of others) if ((await tx.entries.find(id)) !== null) showing.push(id);
  return showing;
}

/** A place that another source knows under the id of a place of the service is none of these: it waits for a person. */
async function sharedPlaces(
  tx: RegistryTransaction,
  { id: serviceId, organizationId }: { readonly id: string; readonly organizationId: string },
): Promise<readonly SharedPlace[]> {
  const standing = await placesOfServices(tx, organizationId);
  const others = new Map([...standing].map(([id, services]) => [id, services.filter((service) => service !== serviceId)]));
  const ids = [...others].filter(([, services]) => services.length > 0).map(([id]) => id);
  const closed = await tx.vault.cells(ids);
  const open = ids.filter((id) => !closed.has(id)).map((id): RecordKey => ({ object: 'location', id }));
  const standsAt = (id: string): boolean => standing.get(id)?.includes(serviceId) ?? false;
  const copies = (await tx.publisherIds.copies(open)).filter(({ copyId }) => standsAt(copyId)).map(({ key }) => key.id);
  return (await tx.records.get(open.filter(({ id }) => !copies.includes(id)))).map(({ id, properties }) => ({
    id,
    name: textOf(properties, 'name'),
    position: positionOf(properties),
    cell: undefined,
    others: others.get(id) ?? [],
    isHere: standsAt(id),
  }));
}

/** Ids of the organization's services by location, also of records that other sources have under its id. */
async function placesOfServices(tx: RegistryTransaction, organizationId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const organization: RecordKey = { object: 'organization', id: organizationId };
  const copies = (await tx.publisherIds.copies([organization])).map(({ copyId: id }): RecordKey => ({ object: 'organization', id }));
  const holding = await tx.records.parentsOf([organization, ...copies]);
  const services = holding.map(parentOf).filter(({ object }) => object === 'service');
  const at = (await tx.records.childrenOf(services)).filter(({ property }) => property === 'service_at_locations');
  const inPlaces = (await tx.records.childrenOf(at.map(childKeyOf))).filter(({ property }) => property === 'location');
  const serviceOf = new Map(at.map((relation) => [keyText(childKeyOf(relation)), relation.parentId]));
  const standing = new Map<string, string[]>();
  for (const relation of inPlaces) {
    const service = serviceOf.get(keyText(parentOf(relation)));
    if (service !== undefined) standing.set(relation.childId, [...(standing.get(relation.childId) ?? []), service]);
  }
  return standing;
}
