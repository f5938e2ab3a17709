import { canonicalJson, publicCellOf } from '@haven/kernel';
import { keyOfSealed } from '../domain/closed-record.js';
import { positionOf } from '../domain/hsds/position.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { mergeRecords } from '../domain/merge-records.js';
import { keyText } from '../domain/relation.js';
import {
  hasShownPart,
  isCentreOf,
  isShownOnly,
  publicCellRecords,
  scrubbed,
  type Sealed,
  visibilityRecords,
} from '../domain/sealed-location.js';
import type { SecretPlace } from '../domain/split-secret.js';
import { removeOpen } from './open-below.js';
import { publicCellFor } from './public-cell.js';
import type { RegistryTransaction } from './ports.js';
import { claimId } from './sources/public-ids.js';
import { storeOpen, type StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';

/** Seals what is secret of a place, or a record that is secret by itself, and stores what may be shown. Only the source that owns the place may change what is sealed. */
export async function sealLocation(tx: RegistryTransaction, context: StoreContext, place: SecretPlace, outcomes: Outcomes): Promise<void> {
  const before = (await tx.vault.open([place.locationId])).get(place.locationId);
  if (await isForeign(tx, context, place.locationId, before)) return refuseSecrets(tx, context, place, outcomes);
  await sealOwn(tx, context, place, before ?? { records: {} }, outcomes);
}

/** Who brought the place first owns it, whether it is sealed or shown only. */
async function isForeign(
  tx: RegistryTransaction,
  { source, takesOver }: StoreContext,
  locationId: string,
  before: Sealed | undefined,
): Promise<boolean> {
  if (takesOver) return false;
  const { object, id } = keyOfSealed(locationId);
  const owner = before?.source ?? (await tx.records.marks(object, [id])).get(id)?.source;
  return owner !== undefined && owner !== source;
}

/** The outcome must not follow from what is sealed, or a directory of guesses would find the place: whatever holds a secret is refused. */
async function refuseSecrets(tx: RegistryTransaction, context: StoreContext, place: SecretPlace, outcomes: Outcomes): Promise<void> {
  const cell = (await tx.vault.cells([place.locationId])).get(place.locationId) ?? null;
  const open = place.records.filter((record) => isShownOnly(record, cell));
  for (const record of place.records.filter((one) => !open.includes(one))) outcomes.note(record, 'ID_OF_ANOTHER_SOURCE');
  await storeOpen(
    tx,
    context,
    open.map((record) => scrubbed(record, cell)),
    outcomes,
  );
}

async function sealOwn(
  tx: RegistryTransaction,
  context: StoreContext,
  place: SecretPlace,
  found: Sealed,
  outcomes: Outcomes,
): Promise<void> {
  const { cell, isDrawn, before } = await publicCellFor(tx, context, place, found, outcomes);
  const accepted = place.records.filter((record) => acceptPosition(record, cell, outcomes));
  const records = { ...before.records };
  for (const record of accepted.filter((candidate) => isSecret(candidate, before, cell, place))) {
    const known = records[keyText(record)];
    const [next = record] = known ? mergeRecords([record, { ...known, properties: record.properties }]) : [record];
    records[keyText(record)] = next;
    const same = known !== undefined && canonicalJson(known) === canonicalJson(next);
    outcomes.note(record, same ? 'unchanged' : 'stored');
  }
  const source = context.takesOver ? context.source : (before.source ?? context.source);
  const isOwned = found.source === source || Object.keys(records).length === 0;
  if (!isOwned || canonicalJson(records) !== canonicalJson(found.records)) await tx.vault.seal(place.locationId, { records, source });
  const key = keyOfSealed(place.locationId);
  if (key.object !== 'location') await claimId(tx, source, key);
  outcomes.noteTakenOut(await removeOpen(tx, context, accepted));
  const shown = accepted.filter(({ object }) => hasShownPart(object)).map((record) => scrubbed(record, cell));
  await storeOpen(tx, context, [...shown, ...(await missingMarks(tx, place, cell, isDrawn))], outcomes);
}

/** Attributes of ours that the place needs beside those that it has, so that an export says that it is confidential and where. */
async function missingMarks(
  tx: RegistryTransaction,
  { locationId, toldCell }: SecretPlace,
  cell: string | null,
  isDrawn: boolean,
): Promise<readonly HsdsRecord[]> {
  if (keyOfSealed(locationId).object !== 'location') return [];
  const isSaid = (await tx.records.saidConfidential([{ object: 'location', id: locationId }])).length > 0;
  const isCellMissing = isDrawn || (!isSaid && toldCell === null);
  return [...(isSaid ? [] : visibilityRecords(locationId)), ...(isCellMissing && cell !== null ? publicCellRecords(locationId, cell) : [])];
}

/** A place that moved out of its cell is another place: its old cell would lie, a new one would tell of the move. */
function acceptPosition(record: HsdsRecord, cell: string | null, outcomes: Outcomes): boolean {
  const position = record.object === 'location' ? positionOf(record.properties) : null;
  if (position === null || cell === null || publicCellOf(position) === cell) return true;
  if (isCentreOf(cell, position)) return true;
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
