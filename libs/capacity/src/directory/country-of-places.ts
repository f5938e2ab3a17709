import type { Position } from '@haven/kernel';
import { iso1A2Code } from '@rapideditor/country-coder';

/** ISO 3166-1 alpha-2 code of the first place that is in a country. Many directories name no country; then the position decides. */
export function countryOfPlaces(places: readonly (Position & { readonly country: string | null })[]): string | null {
  const countries = places.map(({ country, latitude, longitude }) => country ?? iso1A2Code([longitude, latitude], { level: 'territory' }));
  return countries.find((country) => country !== null) ?? null;
}
