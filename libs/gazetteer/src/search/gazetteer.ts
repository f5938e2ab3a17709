import { folded, mapInTurns, othersFirst } from '@haven/kernel';
import { allCities, namedCities, type NamedCities } from '../all-cities.js';
import { cityOf, placeOf } from '../cities.js';
import type { KeptCity } from '../cities.js';
import { fitOf, isBegun } from './fit.js';
import type { Place } from '../place.js';
import { largestOfRegions } from './regions.js';
import { soundOf } from './spelling.js';
import { trigramIndex } from './trigram-index.js';
import { wantedIn, type Wanted } from './wanted.js';

/** The most names to compare letter by letter, for spelling and for sound. */
const comparedMax = 200;
/** Only cities with this many people are found by the beginning of their name. */
const largePopulation = 15_000;
/** The most cities that are found so, the largest ones. */
const begunMax = 50;

/** Finds places by name without leaving the machine. */
export interface Gazetteer {
  byId(id: string): Promise<Place | null>;
  /**
   * Names of cities in any language, the largest city of a region, beginnings of names, and similar names, in this order. Larger cities
   * come before smaller ones; a city's own name outweighs a hundred times as many people in one that another language calls so.
   */
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
  const sounds = await trigramIndex(await mapInTurns(names, soundOf));
  const large = [...cities.keys()].filter((i) => cities[i]!.population >= largePopulation);
  large.sort((a, b) => cities[b]!.population - cities[a]!.population);
  const largestOf = largestOfRegions(large, cities);

  const candidates = (wanted: Wanted): readonly number[] => [
    ...firstOf(begunMax, large, (i) => isBegun(wanted, names[i]!)),
    ...spelling.like(wanted.name, comparedMax),
    ...sounds.like(wanted.sound, comparedMax),
  ];
  return (query, first) => {
    const { wanted, named } = wantedIn(called, query);
    const ofRegion = largestOf(wanted.name);
    return [...new Set([...named, ...ofRegion, ...candidates(wanted)])]
      .flatMap((i) => {
        const city = cities[i]!;
        const how = { isNamed: named.has(i), isOfRegion: ofRegion.includes(i), isHinted: isIn(city, wanted.hint) };
        const fit = fitOf(wanted, { name: names[i]!, population: city.population, ...how });
        return fit === null ? [] : [{ fit, place: placeOf(city) }];
      })
      .sort((a, b) => b.fit - a.fit || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, first)
      .map(({ place }) => place);
  };
}

function firstOf<T>(most: number, items: readonly T[], isWanted: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (isWanted(item)) found.push(item);
    if (found.length === most) break;
  }
  return found;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** Whether a city is in the region or country of a hint. */
function isIn({ region, country }: KeptCity, hint: string): boolean {
  if (!hint) return false;
  const names = [country.toLowerCase(), folded(countryNames.of(country) ?? ''), folded(region ?? '')];
  return names.some((text) => text === hint || (hint.length > 3 && text.includes(hint)));
}
