import { folded } from '@haven/kernel';
import { aliases } from './aliases.js';
import type { NameIndex } from '../name-index.js';
import { soundOf } from './spelling.js';

/** The wanted name, in plain letters and by its sound. */
export interface Wanted {
  readonly name: string;
  /** As it was written, for aliases. */
  readonly said: string;
  readonly sound: string;
  /** A region or a country. */
  readonly hint: string;
}

/** Only so many letters are compared; no city has a longer name. */
const longestName = 100;

/** "Springfield, Illinois": a region or a country follows the comma. */
function split(query: string): Wanted {
  const [name = '', ...rest] = query.split(',');
  const text = folded(name).slice(0, longestName);
  const known = aliases[text] ?? text;
  return { name: known, said: text, sound: soundOf(known), hint: folded(rest.join(' ')) };
}

/** What people write beside the name of a city. */
const cityWords = /^\s*(?:city of|kota|tp\.?|thành phố)\s+|\s+city(?=\s*(?:,|$))/iu;

/** A name as it is written, and without a word for a city if it has one: "Kota Medan", "Dhaka city". */
export const readingsOf = (name: string): readonly string[] => [...new Set([name, name.replace(cityWords, '')])];

/** What is wanted, and the cities with exactly this name in any language. If there is none, "Dhaka city" is Dhaka. */
export function wantedIn(called: NameIndex, query: string): { readonly wanted: Wanted; readonly named: ReadonlySet<number> } {
  const readings = readingsOf(query).map((text) => {
    const wanted = split(text);
    return { wanted, named: new Set([wanted.name, wanted.said].flatMap((one) => called.citiesNamed(one))) };
  });
  return readings.find(({ named }) => named.size > 0) ?? readings[0]!;
}
