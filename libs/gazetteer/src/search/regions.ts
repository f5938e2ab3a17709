import { folded } from '@haven/kernel';
import type { KeptCity } from '../cities.js';

/** "Shan State" is Shan, too. */
const regionWords = / (?:state|province|region|division|district|governorate|prefecture)$/;

/** The largest cities of the regions with a name in plain form: some regions have one name. */
export type LargestOfRegion = (name: string) => readonly number[];

/** The largest city of each region. */
export function largestOfRegions(largestFirst: readonly number[], cities: readonly KeptCity[]): LargestOfRegion {
  const seen = new Set<string>();
  const largest = new Map<string, number[]>();
  for (const place of largestFirst) {
    const { country, regionCode, region } = cities[place]!;
    const code = `${country}.${regionCode}`;
    if (region === null || seen.has(code)) continue;
    seen.add(code);
    const name = withoutWords(folded(region));
    largest.set(name, [...(largest.get(name) ?? []), place]);
  }
  return (name) => largest.get(withoutWords(name)) ?? [];
}

const withoutWords = (name: string): string => name.replace(regionWords, '');
