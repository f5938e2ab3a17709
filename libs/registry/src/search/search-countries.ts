import { iso1A2Code } from '@rapideditor/country-coder';
import type { ServiceView } from '@haven/events';
import { addressCountries } from '../places/address-countries.js';

/**
 * Countries under which an entry is found: those that its places name, else those in which they lie; without a place on the map, those of
 * its addresses.
 */
export function searchCountries({ locations, hsds }: ServiceView): readonly string[] {
  if (locations.length === 0) return addressCountries(hsds);
  const found = locations.map(({ country, longitude, latitude }) => country ?? iso1A2Code([longitude, latitude], { level: 'territory' }));
  return [...new Set(found.filter((country) => country !== null))];
}
