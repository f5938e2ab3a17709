import { folded } from '@haven/kernel';
import { closedIdOf } from '../confidentiality/closed-record.js';
import { isTag } from '../hsds/says-confidential.js';
import { positionOf } from '../hsds/position.js';
import { textOf } from '../reading/json-record.js';
import { childKeyOf, keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import { type KnownPlace, mayBeHouse } from '../sources/same-place.js';
import { copyLine, type ImportLine } from '../report/import-report.js';
import type { ImportRun, RegistryTransaction } from '../ports.js';
import type { StoreContext } from '../vault/store-open.js';
import { loadAggregates } from '../vault/load-aggregate.js';
import { closeDuringImport } from './close-during-import.js';
import { type MayBeOne, publishersOf } from '../sources/one-publisher.js';
import { withPublisherIds } from '../sources/public-ids.js';

const batchSize = 500;

/**
 * Makes a place confidential if another source tags it under the same id, in either direction. This runs after everything that tells
 * publishers apart is read: a directory imported under two names must not show under one what it hides under the other.
 */
export async function hideCopies(
  inTransaction: <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>,
  context: StoreContext & { readonly deferredBy: ImportRun },
  onLine: (line: ImportLine) => void,
): Promise<void> {
  const tell = async (tx: RegistryTransaction, hidden: readonly RecordKey[]) =>
    (await withPublisherIds(tx, context.source, hidden.map(copyLine))).forEach(onLine);
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await inTransaction(async (tx) => {
      const ids = await tx.deferrals.deferredAfter(context.deferredBy, 'location', from, batchSize);
      const hidden = await hiddenCopies(tx, ids);
      await closeDuringImport(tx, context, hidden);
      await tell(tx, hidden.map(keyOfLocation));
      return ids.at(-1);
    });
  }
  await inTransaction(async (tx) => {
    const hidden = await copiesOfSealed(tx);
    await closeDuringImport(tx, context, hidden.map(closedIdOf));
    await tell(tx, hidden);
  });
}

/** Public copies of records that are secret themselves, without a place. Only their sources tell whether they are the same. */
async function copiesOfSealed(tx: RegistryTransaction): Promise<readonly RecordKey[]> {
  const pairs = await tx.publisherIds.openCopies();
  const stored = await tx.records.get(uniqueKeys(pairs.map(({ key }) => key)));
  const there = new Set(stored.map(keyText));
  const mayBeOne = publishersOf(tx);
  const hidden: RecordKey[] = [];
  for (const { key, closed } of pairs) if (there.has(keyText(key)) && (await mayBeOne(key, closed))) hidden.push(key);
  return uniqueKeys(hidden);
}

const keyOfLocation = (id: string): RecordKey => ({ object: 'location', id });

type Place = Pick<KnownPlace, 'id' | 'name' | 'position'>;

/** Public places among these, or of other sources under the same ids, that one of the two has as confidential. */
export async function hiddenCopies(tx: RegistryTransaction, locationIds: readonly string[]): Promise<readonly string[]> {
  const copies = await tx.publisherIds.copies(uniqueKeys(locationIds.map(keyOfLocation)));
  if (copies.length === 0) return [];
  const pairs = copies.flatMap(({ key: { id }, copyId }): [string, string][] => [
    [id, copyId],
    [copyId, id],
  ]);
  const ids = [...new Set(pairs.flat())];
  const cells = new Map([...(await saidOfNothing(tx, ids)), ...(await tx.vault.cells(ids))]);
  const places = await placesById(tx, ids);
  const mayBeOne = publishersOf(tx);
  const hidden = new Set<string>();
  for (const [openId, closedId] of pairs) {
    const open = places.get(openId);
    if (!open || cells.has(openId) || !cells.has(closedId)) continue;
    const closed = { id: closedId, name: places.get(closedId)?.name ?? null, cell: cells.get(closedId) ?? null };
    if (await mayBeCopy(mayBeOne, open, closed)) hidden.add(openId);
  }
  return [...hidden];
}

/** If a place is only tagged as confidential and missing itself, nobody knows its area. */
async function saidOfNothing(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly [string, null][]> {
  const hanging = (await tx.records.childrenOf(ids.map(keyOfLocation))).filter(({ property }) => property === 'attributes');
  const attributes = await loadAggregates(tx.records, hanging.map(childKeyOf));
  return hanging.filter(({ childId }) => isTag(attributes.get(childId) ?? {})).map(({ parentId }) => [parentId, null]);
}

async function placesById(tx: RegistryTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const records = await tx.records.get(ids.map(keyOfLocation));
  return new Map(records.map(({ id, properties }) => [id, { id, name: foldedName(properties), position: positionOf(properties) }]));
}

function foldedName(properties: Parameters<typeof textOf>[0]): string | null {
  const name = textOf(properties, 'name');
  return name === null ? null : folded(name);
}

/** Compares area and name, as for a house that an organization entered; if one has no position, compares the sources. */
async function mayBeCopy(
  mayBeOne: MayBeOne,
  open: Place,
  closed: { readonly id: string; readonly name: string | null; readonly cell: string | null },
): Promise<boolean> {
  const isKnown = open.position !== null && closed.cell !== null;
  if (isKnown || (open.name !== null && open.name === closed.name)) return mayBeHouse(open, closed);
  return mayBeOne(keyOfLocation(open.id), keyOfLocation(closed.id));
}
