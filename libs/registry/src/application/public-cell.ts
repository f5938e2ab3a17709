import { centreOfCell, publicCellOf } from '@haven/kernel';
import { getResolution } from 'h3-js';
import { positionOf } from '../domain/hsds/position.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { keyText, type RecordKey } from '../domain/relation.js';
import { isCentreOf, publicCellRecords, scrubbed, type Sealed } from '../domain/sealed-location.js';
import type { SecretPlace } from '../domain/split-secret.js';
import type { RegistryTransaction } from './ports.js';
import { storeOpen, type StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';

/** The cell that stands for a place, and what is known with it. */
interface PublicCell {
  readonly cell: string | null;
  /** It follows from the exact position, for the first time now. */
  readonly isDrawn: boolean;
  readonly before: Sealed;
}

/** The public cell of a place is fixed once: as it is told, else drawn at the first position. */
export async function publicCellFor(
  tx: RegistryTransaction,
  context: StoreContext,
  place: SecretPlace,
  before: Sealed,
  outcomes: Outcomes,
): Promise<PublicCell> {
  const { locationId } = place;
  const registered = (await tx.vault.cells([locationId])).get(locationId) ?? null;
  if (registered !== null) {
    const wider = widerCell(place, registered, before);
    if (wider === null) return { cell: registered, isDrawn: false, before };
    const without = await widen(tx, context, place, { registered, wider }, before, outcomes);
    return { cell: wider, isDrawn: false, before: without };
  }
  const cell = place.toldCell ?? drawn(place.records);
  await tx.vault.fixCell(locationId, cell);
  return { cell, isDrawn: cell !== null && place.toldCell === null, before };
}

function drawn(records: readonly HsdsRecord[]): string | null {
  const location = records.find(({ object }) => object === 'location');
  const position = location ? positionOf(location.properties) : null;
  return position && publicCellOf(position);
}

const keyOfLocation = (id: string): RecordKey => ({ object: 'location', id });

/** The told cell, when what was taken for the exact position turns out to be its centre: then our own cell was too fine. */
function widerCell({ locationId, toldCell }: SecretPlace, registered: string, before: Sealed): string | null {
  if (toldCell === null || getResolution(toldCell) >= getResolution(registered)) return null;
  const sealed = before.records[keyText(keyOfLocation(locationId))];
  const position = sealed ? positionOf(sealed.properties) : centreOfCell(registered);
  return position !== null && isCentreOf(toldCell, position) ? toldCell : null;
}

/** Puts the told cell in the place of ours. Nothing becomes known by it: the finer cell told of no more than the centre. */
async function widen(
  tx: RegistryTransaction,
  context: StoreContext,
  { locationId }: SecretPlace,
  { registered, wider }: { readonly registered: string; readonly wider: string },
  before: Sealed,
  outcomes: Outcomes,
): Promise<Sealed> {
  await tx.vault.widenCell(locationId, wider);
  const ours = publicCellRecords(locationId, registered).filter(({ object }) => object === 'attribute');
  await tx.records.unrelate([...(await tx.records.parentsOf(ours)), ...(await tx.records.childrenOf(ours))]);
  await tx.records.remove(ours);
  const shown = await tx.records.get([keyOfLocation(locationId)]);
  await storeOpen(
    tx,
    context,
    shown.map((record) => scrubbed(record, wider)),
    outcomes,
  );
  const { [keyText(keyOfLocation(locationId))]: _position, ...records } = before.records;
  return { ...before, records };
}
