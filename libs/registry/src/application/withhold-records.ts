import { objectNames, type HsdsRecord, type JsonObject } from '../domain/hsds/record.js';
import { idsNamed, withoutNaming } from '../domain/own-objects.js';
import { keyText, type RecordKey } from '../domain/relation.js';
import { placesIn, placesNamedBy, withheldRecord } from '../domain/withhold-places.js';
import type { RegistryTransaction } from './ports.js';

type Vault = Pick<RegistryTransaction, 'vault' | 'publisherIds'>;

/** Nested records without objects of a publisher's own that name anything sealed, and the cells of confidential places in them. */
export async function withheldAggregates(
  { vault, publisherIds }: Vault,
  given: ReadonlyMap<string, JsonObject>,
): Promise<{ readonly records: ReadonlyMap<string, JsonObject>; readonly cells: ReadonlyMap<string, string | null> }> {
  const secret = await sealedAmong(
    { vault, publisherIds },
    [...given.values()].flatMap((record) => idsNamed(record, 'service')),
  );
  const cells = await vault.cells([...new Set([...given.values()].flatMap((record) => [...placesIn(record).keys()]))]);
  const told = [...given].map(([id, record]): [string, JsonObject] => [
    id,
    secret.size === 0 ? record : withoutNaming(record, 'service', secret),
  ]);
  return { records: new Map(told), cells };
}

/** The same for records that are not nested. */
export async function withheldRecords({ vault, publisherIds }: Vault, given: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const secret = await sealedAmong(
    { vault, publisherIds },
    given.flatMap(({ object, properties }) => idsNamed(properties, object)),
  );
  const records = secret.size === 0 ? given : given.map((record) => untoldRecord(record, secret));
  const cells = await vault.cells([...new Set(records.flatMap(placesNamedBy))]);
  return cells.size === 0 ? records : records.map((record) => withheldRecord(record, cells)).filter((record) => record !== null);
}

const untoldRecord = (record: HsdsRecord, secret: ReadonlySet<string>): HsdsRecord => ({
  ...record,
  properties: withoutNaming(record.properties, record.object, secret),
});

/**
 * Those of these ids that are ids of confidential places or of anything that is sealed, of whatever kind: public ids, or
 * those of a publisher, for which others may stand.
 */
async function sealedAmong({ vault, publisherIds }: Vault, named: readonly string[]): Promise<ReadonlySet<string>> {
  if (named.length === 0) return new Set();
  const keys = [...new Set(named)].flatMap((id) => objectNames.map((object): RecordKey => ({ object, id })));
  const copies = (await publisherIds.copies(keys)).map(({ key, copyId }) => ({ key: { object: key.object, id: copyId }, named: key.id }));
  const all = [...keys.map((key) => ({ key, named: key.id })), ...copies];
  const members = await vault.membersAmong(all.map(({ key }) => key));
  const cells = await vault.cells([...new Set(all.filter(({ key }) => key.object === 'location').map(({ key }) => key.id))]);
  const isSealed = (key: RecordKey): boolean => members.has(keyText(key)) || (key.object === 'location' && cells.has(key.id));
  return new Set(all.filter(({ key }) => isSealed(key)).map((one) => one.named));
}
