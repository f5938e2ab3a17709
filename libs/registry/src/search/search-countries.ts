import { iso1A2Code } from '@rapideditor/country-coder';
import type { ServiceView } from '@haven/events';

/** Countries that an entry is found under: as its places say, or else where they lie. */
export function searchCountries({ locations }: ServiceView): readonly string[] {
  const found = locations.map(({ country, longitude, latitude }) => country ?? iso1A2Code([longitude, latitude], { level: 'territory' }));
  return [...new Set(found.filter((country) => country !== null))];
}
