import { publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../domain/hsds/record.js';
import { positionOf } from '../domain/hsds/position.js';
import { textOf } from '../domain/json-record.js';
import { parentOf, type RecordKey } from '../domain/relation.js';
import { type KnownPlace, mayBeHouse } from '../domain/same-place.js';
import { placesIn } from '../domain/places-in.js';
import type { BesideEntered, RegistryTransaction } from './ports.js';
import { closeDuringImport } from './close-during-import.js';
import type { StoreContext } from './store-open.js';

type Place = Pick<KnownPlace, 'id' | 'name' | 'position'>;

/**
 * Makes places confidential that an import brings where their organization entered a confidential one: a directory may still
 * show the house, or show it for the first time. Whether it is the very house must not decide, since the answer would tell; so
 * all that nothing but the sealed position tells apart are hidden. What the organization shows there already, or somebody
 * entered as public, stays. Answers which are hidden now.
 */
export async function hideSameHouses(
  tx: RegistryTransaction,
  context: StoreContext,
  touched: readonly RecordKey[],
): Promise<readonly string[]> {
  const beside = await tx.entered.beside(touched.map(({ object, id }) => ({ object, id })));
  if (beside.length === 0) return [];
  const places = await placesById(
    tx,
    beside.flatMap(({ locationId, enteredId }) => [locationId, enteredId]),
  );
  const same = beside.filter(({ locationId, enteredId, cell }) => {
    const open = places.get(locationId);
    return open !== undefined && mayBeHouse(open, { name: places.get(enteredId)?.name ?? null, cell });
  });
  const hidden: string[] = [];
  for (const id of new Set(same.map(({ locationId }) => locationId))) if (!(await isKnown(tx, places.get(id)!, beside))) hidden.push(id);
  await closeDuringImport(tx, context, hidden);
  return hidden;
}

async function placesById(tx: RegistryTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const records = await tx.records.get([...new Set(ids)].map((id) => ({ object: 'location', id })));
  return new Map(records.map(({ id, properties }) => [id, { id, name: textOf(properties, 'name'), position: positionOf(properties) }]));
}

/** Whether the place is known to be public there already: by what everybody sees of the organization, or by who entered it. */
async function isKnown(tx: RegistryTransaction, { id, position }: Place, beside: readonly BesideEntered[]): Promise<boolean> {
  const cell = position && publicCellOf(position);
  const here = beside.filter(({ locationId }) => locationId === id);
  if (cell !== null && here.some(({ ownCell }) => ownCell === cell)) return true;
  for (const service of new Set(here.map(({ serviceId }) => serviceId))) {
    const view = service === null ? null : await tx.entries.find(service);
    const shown = view === null ? undefined : placesIn(view.hsds as JsonObject).get(id);
    if (shown !== undefined && shown === cell) return true;
  }
  return cell !== null && isShownBySources(tx, id, cell);
}

/** Whether another source that knows the place under the same id shows it there. */
async function isShownBySources(tx: RegistryTransaction, id: string, cell: string): Promise<boolean> {
  const ids = (await tx.publisherIds.copies([{ object: 'location', id }])).map(({ copyId }) => copyId);
  const closed = await tx.vault.cells(ids);
  const copies = ids.filter((copy) => !closed.has(copy)).map((copy): RecordKey => ({ object: 'location', id: copy }));
  const at = (await tx.records.parentsOf(copies)).map(parentOf).filter(({ object }) => object === 'service_at_location');
  for (const { parentObject, parentId } of await tx.records.parentsOf(at)) {
    const view = parentObject === 'service' ? await tx.entries.find(parentId) : null;
    const shown = view === null ? new Map<string, string | null>() : placesIn(view.hsds as JsonObject);
    if (copies.some((copy) => shown.get(copy.id) === cell)) return true;
  }
  return false;
}
