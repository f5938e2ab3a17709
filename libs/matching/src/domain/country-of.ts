import { iso1A2Code } from '@rapideditor/country-coder';
import type { Position } from '@haven/kernel';

/** ISO 3166-1 alpha-2 of the land or waters at a position, by boundaries that come with the package; null on the high seas. */
export const countryOf = ({ latitude, longitude }: Position): string | null => iso1A2Code([longitude, latitude], { level: 'territory' });
