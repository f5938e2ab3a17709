import { iso1A2Code } from '@rapideditor/country-coder';
import type { Position } from '@haven/kernel';

/** ISO 3166-1 alpha-2 of the land or waters at a position, by the boundaries in the package; null on the high seas. */
export const countryOf = ({ latitude, longitude }: Position): string | null => iso1A2Code([longitude, latitude], { level: 'territory' });

/** {@link countryOf}, and the country to which a territory belongs: a service for France serves Réunion too. */
export function countriesAt({ latitude, longitude }: Position): readonly string[] {
  const codes = (['territory', 'country'] as const).map((level) => iso1A2Code([longitude, latitude], { level }));
  return [...new Set(codes.filter((code) => code !== null))];
}
