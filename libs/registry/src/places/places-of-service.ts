import { childOf, type JsonRecord, listOf, textOf } from '../reading/json-record.js';

/** Each place once, in the order of the record. */
export function placesOf(record: JsonRecord): JsonRecord[] {
  const places: JsonRecord[] = listOf(record, 'service_at_locations').flatMap((at): JsonRecord[] => {
    const place = childOf(at, 'location');
    return place ? [place] : [];
  });
  return [...new Map(places.map((place): [unknown, JsonRecord] => [place.id, place])).values()];
}

/** The address that a visitor needs. */
export function addressOf(place: JsonRecord): JsonRecord | null {
  const addresses = listOf(place, 'addresses');
  return addresses.find((address) => textOf(address, 'address_type') === 'physical') ?? addresses[0] ?? null;
}
