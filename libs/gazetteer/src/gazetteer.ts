import { folded, mapInTurns, othersFirst } from '@haven/kernel';
import { aliases } from './aliases.js';
import { allCities, namedCities, type NamedCities } from './all-cities.js';
import { cityOf, placeOf } from './cities.js';
import type { KeptCity } from './cities.js';
import type { NameIndex } from './name-index.js';
import type { Place } from './place.js';
import { likeness, likenessAtMost, soundOf } from './spelling.js';
import { trigramIndex } from './trigram-index.js';
import type { TrigramIndex } from './trigram-index.js';

/** The least likeness of a name in the results. */
const likenessMin = 0.6;
/** The most names to compare letter by letter, for spelling and for sound. */
const comparedMax = 200;

/** Finds places by name without leaving the machine. */
export interface Gazetteer {
  byId(id: string): Promise<Place | null>;
  /** The most similar first; among equals, first those whose own name this is, if they are large, then the larger ones. */
  search(query: string, first: number): Promise<Place[]>;
}

/** The offline gazetteer; it reads its files on first use. */
export function openGazetteer(): Gazetteer {
  let search: Promise<Search> | undefined;
  return {
    byId: async (id) => {
      const found = cityOf(await allCities(), id);
      return found ? placeOf(found) : null;
    },
    search: async (query, first) => {
      const find = await (search ??= namedCities().then(searchIn));
      // One request may contain many names.
      await othersFirst();
      return find(query, first);
    },
  };
}

type Search = (query: string, first: number) => Place[];

async function searchIn({ cities, names: called }: NamedCities): Promise<Search> {
  const names = await mapInTurns(cities, ({ name }) => folded(name));
  const spelling = await trigramIndex(names);
  const sound = await trigramIndex(await mapInTurns(names, soundOf));
  return (query, first) => {
    const { wanted, named } = wantedIn(called, query);
    return [...new Set([...named, ...candidates(wanted, spelling, sound)])]
      .map((i) => hit(cities[i]!, { likeness: named.has(i) ? 1 : alike(wanted, names[i]!), isOwnName: names[i] === wanted.name }, wanted))
      .filter(({ likeness }) => likeness >= likenessMin)
      .sort((a, b) => b.likeness - a.likeness || b.rank - a.rank || b.population - a.population || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, first)
      .map(({ place }) => place);
  };
}

/** A city with this many people comes before a larger one that only another language calls so: Porto before Bordeaux. */
const largePopulation = 50_000;

interface Likeness {
  readonly likeness: number;
  /** The name is not one from another language. */
  readonly isOwnName: boolean;
}

const hit = (city: KeptCity, { likeness, isOwnName }: Likeness, wanted: Wanted) => ({
  place: placeOf(city),
  likeness: likeness + bonus(city, wanted.hint),
  rank: isOwnName && city.population >= largePopulation ? 1 : 0,
  population: city.population,
});

/** What people write beside the name of a city. */
const cityWords = /^\s*(?:city of|kota|tp\.?|thành phố)\s+|\s+city(?=\s*(?:,|$))/iu;

/** What is wanted, and the cities with exactly this name. If there is none, "Dhaka city" is Dhaka. */
function wantedIn(called: NameIndex, query: string): { readonly wanted: Wanted; readonly named: ReadonlySet<number> } {
  const readings = [query, query.replace(cityWords, '')].map((text) => {
    const wanted = split(text);
    return { wanted, named: namedSo(called, wanted) };
  });
  return readings.find(({ named }) => named.size > 0) ?? readings[0]!;
}

/** Cities with exactly this name in any language: "Torino", "München", "Makkah". */
const namedSo = (called: NameIndex, { name, said }: Wanted): ReadonlySet<number> =>
  new Set([name, said].flatMap((one) => called.citiesNamed(one)));

/** The wanted name, in plain letters and by its sound. */
interface Wanted {
  readonly name: string;
  /** As it was written, for aliases. */
  readonly said: string;
  readonly sound: string;
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

const candidates = (wanted: Wanted, spelling: TrigramIndex, sounds: TrigramIndex): number[] => [
  ...new Set([...spelling.like(wanted.name, comparedMax), ...sounds.like(wanted.sound, comparedMax)]),
];

/** Bonus for a matching hint. */
const hintBonus = 0.3;

/** Spelling and sound count equally; the beginning of a name is enough while somebody types. */
function alike(wanted: Wanted, name: string): number {
  const sound = soundOf(name);
  const atMost = (likenessAtMost(wanted.name, name) + likenessAtMost(wanted.sound, sound)) / 2;
  const both = atMost + hintBonus < likenessMin ? 0 : (likeness(wanted.name, name) + likeness(wanted.sound, sound)) / 2;
  const begun = wanted.name.length >= 3 && name.startsWith(wanted.name) ? 0.85 - 0.01 * (name.length - wanted.name.length) : 0;
  return Math.max(both, begun);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function bonus({ region, country }: KeptCity, hint: string): number {
  if (!hint) return 0;
  const said = [country.toLowerCase(), folded(countryNames.of(country) ?? ''), folded(region ?? '')];
  return said.some((text) => text === hint || (hint.length > 3 && text.includes(hint))) ? hintBonus : 0;
}
