import { objectNames, type HsdsRecord, type JsonObject } from '../domain/hsds/record.js';
import { idsNamed, withoutNaming } from '../domain/own-objects.js';
import type { RecordKey } from '../domain/relation.js';
import { placesIn, placesNamedBy, withheldRecord, withoutPlaces } from '../domain/withhold-places.js';
import type { RegistryTransaction } from './ports.js';

type Vault = Pick<RegistryTransaction, 'vault'>;

/** Nested records without what is secret of the confidential places that they tell of, whatever stands in the open of them. */
export async function withheldAggregates(
  { vault }: Vault,
  given: ReadonlyMap<string, JsonObject>,
): Promise<{ readonly records: ReadonlyMap<string, JsonObject>; readonly cells: ReadonlyMap<string, string | null> }> {
  const secret = await sealedAmong(
    { vault },
    [...given.values()].flatMap((record) => idsNamed(record, 'service')),
  );
  const places = [...given].map(([id, record]) => ({ id, record, placeIds: [...placesIn(record).keys()] }));
  const cells = await vault.cells([...new Set(places.flatMap(({ placeIds }) => placeIds))]);
  const told = places.map(({ id, record, placeIds }): [string, JsonObject] => {
    const untold = secret.size === 0 ? record : withoutNaming(record, 'service', secret);
    return [id, placeIds.some((place) => cells.has(place)) ? withoutPlaces(untold, cells) : untold];
  });
  return { records: new Map(told), cells };
}

/** The same for records that are not nested. */
export async function withheldRecords({ vault }: Vault, given: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const secret = await sealedAmong(
    { vault },
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

/** Those of these ids that are ids of confidential places or of anything that is sealed, of whatever kind. */
async function sealedAmong({ vault }: Vault, named: readonly string[]): Promise<ReadonlySet<string>> {
  if (named.length === 0) return new Set();
  const ids = [...new Set(named)];
  const keys = ids.flatMap((id) => objectNames.map((object): RecordKey => ({ object, id })));
  const members = [...(await vault.membersAmong(keys)).keys()].map((key) => key.slice(key.indexOf(':') + 1));
  return new Set([...(await vault.cells(ids)).keys(), ...members]);
}
