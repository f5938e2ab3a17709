import { derivedId } from '../hsds/derived-id.js';
import type { HsdsRecord } from '../hsds/record.js';
import { type IdOf, isTagId, keysIn, unknownKinds, unknownOwnersIn, withIds } from './publisher-keys.js';
import { ownSource } from './source-name.js';
import { keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import type { ImportLine, IncomingRecord } from '../report/import-report.js';
import type { RegistryTransaction } from '../ports.js';

/**
 * Replaces the publisher's ids in a batch by public ids. The public id is the publisher's, unless another source has it; otherwise it is
 * derived from source and id.
 */
export async function withPublicIds(
  tx: RegistryTransaction,
  source: string,
  batch: readonly IncomingRecord[],
): Promise<readonly IncomingRecord[]> {
  if (source === ownSource) return batch;
  const records = batch.map(({ record }) => record);
  const ids = await publicIdsOf(tx, source, records);
  return ids.size === 0 ? batch : batch.map((item) => ({ ...item, record: withIds(item.record, lookup(ids)) }));
}

const lookup =
  (ids: ReadonlyMap<string, string>): IdOf =>
  (key) =>
    ids.get(keyText(key)) ?? key.id;

async function publicIdsOf(tx: RegistryTransaction, source: string, records: readonly HsdsRecord[]): Promise<ReadonlyMap<string, string>> {
  const keys = uniqueKeys(records.flatMap(keysIn));
  const known = await tx.publisherIds.publicIds(source, keys);
  const open = keys.filter((key) => !known.has(keyText(key)));
  const owners = await tx.publisherIds.owners(open);
  const isTaken = (key: RecordKey): boolean => ![undefined, source].includes(owners.get(keyText(key)));
  const isNamed = (key: RecordKey): boolean => isTaken(key) || isOther(known.get(keyText(key)), key);
  const loose = new Set(records.flatMap(unknownOwnersIn).filter((id) => unknownKinds.some((object) => isNamed({ object, id }))));
  const isLoose = (key: RecordKey): boolean => loose.has(key.id) && unknownKinds.includes(key.object) && !owners.has(keyText(key));
  const assigned = open
    .filter((key) => isTaken(key) || isLoose(key))
    .map((key) => ({ object: key.object, publisherId: key.id, id: isTagId(key) ? key.id : derivedId('publisher', source, key.id) }));
  await tx.publisherIds.assign(source, assigned);
  return new Map([
    ...known,
    ...assigned.map(({ object, publisherId, id }): [string, string] => [keyText({ object, id: publisherId }), id]),
  ]);
}

const isOther = (id: string | undefined, key: RecordKey): boolean => id !== undefined && id !== key.id;

/** The public id of an object that a source has or may bring later; from now on no other source can take it. */
export async function keptId(tx: RegistryTransaction, source: string, key: RecordKey): Promise<string> {
  if (source === ownSource) return key.id;
  const known = (await tx.publisherIds.publicIds(source, [key])).get(keyText(key));
  if (known !== undefined) return known;
  const owner = (await tx.publisherIds.owners([key])).get(keyText(key));
  const id = owner === undefined || owner === source ? key.id : derivedId('publisher', source, key.id);
  await tx.publisherIds.assign(source, [{ object: key.object, publisherId: key.id, id }]);
  return id;
}

/** Report lines with the publisher's ids, which their reader knows. */
export async function withPublisherIds(
  tx: RegistryTransaction,
  source: string,
  lines: readonly ImportLine[],
): Promise<readonly ImportLine[]> {
  const keys = lines.flatMap(({ object, id }) => (object === null || id === null ? [] : [{ object, id } as RecordKey]));
  const ids = await tx.publisherIds.publisherIds(source, uniqueKeys(keys));
  return ids.size === 0 ? lines : lines.map((line) => ({ ...line, id: ids.get(`${line.object}:${line.id}`) ?? line.id }));
}

/** Reserves an id for an object that a source refers to and does not have yet, so that no other source can take it. */
export async function claimId(tx: RegistryTransaction, source: string, { object, id }: RecordKey): Promise<void> {
  const key = { object, id };
  const isKnown = (await tx.publisherIds.publisherIds(source, [key])).size > 0;
  if (!isKnown) await tx.publisherIds.assign(source, [{ ...key, publisherId: id }]);
}
