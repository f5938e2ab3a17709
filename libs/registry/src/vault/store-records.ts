import type { Position } from '@haven/kernel';
import { getResolution, latLngToCell } from 'h3-js';
import { secretProperties } from '../hsds/says-confidential.js';
import { isCentreOf } from './centre.js';
import { withPossibleOwners } from '../hsds/visibility-tags.js';
import type { HsdsRecord } from '../hsds/record.js';
import { positionOf } from '../hsds/position.js';
import { mergeRecords } from './merge-records.js';
import { keyText } from '../hsds/relation.js';
import type { RegistryTransaction } from '../ports.js';
import { storeOpen, type StoreContext } from './store-open.js';
import { Outcomes } from '../report/store-outcome.js';

/** Stores records of a source. Publishing their services decides what is confidential. */
export async function storeRecords(tx: RegistryTransaction, context: StoreContext, given: readonly HsdsRecord[]): Promise<Outcomes> {
  const outcomes = new Outcomes();
  const records = mergeRecords(given.map(withPossibleOwners));
  await storeOpen(tx, context, records, outcomes, await movedAmong(tx, records));
  given.forEach((record) => outcomes.noteSecret(record, secretProperties(record.object, record.properties)));
  return outcomes;
}

/** A confidential place that moved out of its area is another place: its old area would be wrong, and a new one would reveal the move. */
async function movedAmong(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<ReadonlySet<string>> {
  const places = records.filter(({ object }) => object === 'location');
  const cells = await tx.vault.cells(places.map(({ id }) => id));
  const moved = places.filter(({ id, properties }) => {
    const [cell, position] = [cells.get(id) ?? null, positionOf(properties)];
    return cell !== null && position !== null && !isWithin(cell, position);
  });
  return new Set(moved.map(keyText));
}

const isWithin = (cell: string, position: Position): boolean =>
  latLngToCell(position.latitude, position.longitude, getResolution(cell)) === cell || isCentreOf(cell, position);
