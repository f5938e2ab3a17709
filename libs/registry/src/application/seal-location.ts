import { publicCellOf } from '@haven/kernel';
import { positionOf } from '../domain/hsds/position.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { mergeRecords } from '../domain/merge-records.js';
import { canonicalJson } from '@haven/kernel';
import { keyText } from '../domain/relation.js';
import { hasShownPart, isCentreOf, publicCellRecords, scrubbed, type Sealed } from '../domain/sealed-location.js';
import type { RegistryTransaction } from './ports.js';
import { storeOpen, type StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';

/** The records of one confidential place, as they came. */
export interface SecretPlace {
  readonly locationId: string;
  readonly records: readonly HsdsRecord[];
  /** Cell that an attribute of the place tells: then its position is only the centre of the cell. */
  readonly toldCell: string | null;
}

/** Seals what is secret of a place and stores what may be shown. The public cell is drawn once, at the first position. */
export async function sealLocation(tx: RegistryTransaction, context: StoreContext, place: SecretPlace, outcomes: Outcomes): Promise<void> {
  const before: Sealed = (await tx.vault.open([place.locationId])).get(place.locationId) ?? { records: {} };
  const registered = await tx.vault.cells([place.locationId]);
  const cell = registered.get(place.locationId) ?? drawCell(place);
  await tx.vault.fixCell(place.locationId, cell);
  const accepted = place.records.filter((record) => acceptPosition(record, place, cell, outcomes));
  const records = { ...before.records };
  for (const record of accepted.filter((candidate) => isSecret(candidate, before, cell, place))) {
    const known = records[keyText(record)];
    const [next = record] = known ? mergeRecords([record, { ...known, properties: record.properties }]) : [record];
    records[keyText(record)] = next;
    const same = known !== undefined && canonicalJson(known) === canonicalJson(next);
    outcomes.note(record, same ? 'unchanged' : 'stored');
  }
  if (canonicalJson(records) !== canonicalJson(before.records)) await tx.vault.seal(place.locationId, { records });
  const isNew = cell !== null && !registered.get(place.locationId) && place.toldCell === null;
  const shown = accepted.filter(({ object }) => hasShownPart(object)).map((record) => scrubbed(record, cell));
  await storeOpen(tx, context, [...shown, ...(isNew ? publicCellRecords(place.locationId, cell) : [])], outcomes);
}

function drawCell({ records, toldCell }: SecretPlace): string | null {
  const location = records.find(({ object }) => object === 'location');
  const position = location ? positionOf(location.properties) : null;
  return toldCell ?? (position && publicCellOf(position));
}

/** A place that moved out of its cell is another place: its old cell would lie, a new one would tell of the move. */
function acceptPosition(record: HsdsRecord, { toldCell }: SecretPlace, cell: string | null, outcomes: Outcomes): boolean {
  const position = record.object === 'location' ? positionOf(record.properties) : null;
  if (position === null || cell === null || publicCellOf(position) === cell) return true;
  if (toldCell === cell && isCentreOf(cell, position)) return true;
  outcomes.note(record, 'CELL_MOVED');
  return false;
}

/** An export gives back only what is shown; that must not take the place of what is sealed. */
function isSecret(record: HsdsRecord, before: Sealed, cell: string | null, { toldCell }: SecretPlace): boolean {
  if (!hasShownPart(record.object)) return true;
  const position = record.object === 'location' ? positionOf(record.properties) : null;
  const isExported = position !== null && cell !== null && (toldCell !== null || isCentreOf(cell, position));
  if (record.object === 'location' && isExported) return false;
  const known = before.records[keyText(record)];
  const shownOnly = canonicalJson(scrubbed(record, null).properties) === canonicalJson(record.properties);
  return !(shownOnly && (known !== undefined || toldCell !== null));
}
