import type { HsdsRecord, JsonObject } from '../domain/hsds/record.js';
import { placesIn, placesNamedBy, withheldRecord, withoutPlaces } from '../domain/withhold-places.js';
import type { RegistryTransaction } from './ports.js';

type Vault = Pick<RegistryTransaction, 'vault'>;

/** Nested records without what is secret of the confidential places that they tell of, whatever stands in the open of them. */
export async function withheldAggregates(
  { vault }: Vault,
  records: ReadonlyMap<string, JsonObject>,
): Promise<{ readonly records: ReadonlyMap<string, JsonObject>; readonly cells: ReadonlyMap<string, string | null> }> {
  const places = [...records].map(([id, record]) => ({ id, record, placeIds: [...placesIn(record).keys()] }));
  const cells = await vault.cells([...new Set(places.flatMap(({ placeIds }) => placeIds))]);
  const told = places.map(({ id, record, placeIds }): [string, JsonObject] => [
    id,
    placeIds.some((place) => cells.has(place)) ? withoutPlaces(record, cells) : record,
  ]);
  return { records: new Map(told), cells };
}

/** The same for records that are not nested. */
export async function withheldRecords({ vault }: Vault, records: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const cells = await vault.cells([...new Set(records.flatMap(placesNamedBy))]);
  return cells.size === 0 ? records : records.map((record) => withheldRecord(record, cells)).filter((record) => record !== null);
}
