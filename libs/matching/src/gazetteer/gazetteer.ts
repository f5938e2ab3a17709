import type { Gazetteer } from '../application/ports.js';
import { folded } from '@haven/kernel';
import type { Place } from '../domain/place.js';
import { aliases, wellKnown } from './aliases.js';
import { hasId, isNamesake, placeOf, readCities } from './cities.js';
import type { KeptCity } from './cities.js';
import { likeness, soundOf } from './spelling.js';
import { trigramIndex } from './trigram-index.js';
import type { TrigramIndex } from './trigram-index.js';

/** How alike a name must be to be answered. */
const likenessMin = 0.6;
/** Names that are compared letter by letter, for each of spelling and sound. */
const comparedMax = 200;

/** The offline gazetteer; it reads its file when it is first asked, not before. */
export function openGazetteer(): Gazetteer {
  let cities: Promise<KeptCity[]> | undefined;
  let search: Promise<Search> | undefined;
  const read = () => (cities ??= readCities());
  return {
    byId: async (id) => {
      const found = (await read()).find((city) => hasId(city, id));
      return found ? placeOf(found) : null;
    },
    search: async (query, first) => (await (search ??= read().then(searchIn)))(query, first),
  };
}

type Search = (query: string, first: number) => Place[];

async function searchIn(cities: readonly KeptCity[]): Promise<Search> {
  const names = cities.map(({ name }) => folded(name));
  const spelling = await trigramIndex(names);
  const sound = await trigramIndex(names.map(soundOf));
  return (query, first) => {
    const [name, hint] = split(query);
    return candidates(name, spelling, sound)
      .map((i) => hit(cities[i]!, names[i]!, name, hint))
      .filter(({ likeness }) => likeness >= likenessMin)
      .sort((a, b) => b.likeness - a.likeness || b.known - a.known || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, first)
      .map(({ place }) => place);
  };
}

const hit = (city: KeptCity, plainName: string, wanted: string, hint: string) => ({
  place: placeOf(city),
  likeness: alike(wanted, plainName) + bonus(city, hint),
  known: wellKnown.has(`${city.country}:${plainName}`) ? 2 : Number(isNamesake(city)),
});

/** "Springfield, Illinois": what follows the comma is a region or a country. */
function split(query: string): [name: string, hint: string] {
  const [name = '', ...rest] = query.split(',');
  const text = folded(name);
  return [aliases[text] ?? text, folded(rest.join(' '))];
}

const candidates = (name: string, spelling: TrigramIndex, sound: TrigramIndex): number[] => [
  ...new Set([...spelling.like(name, comparedMax), ...sound.like(soundOf(name), comparedMax)]),
];

/** Spelling and sound count alike; the beginning of a name is enough while somebody types. */
function alike(wanted: string, name: string): number {
  const both = (likeness(wanted, name) + likeness(soundOf(wanted), soundOf(name))) / 2;
  const begun = wanted.length >= 3 && name.startsWith(wanted) ? 0.85 - 0.01 * (name.length - wanted.length) : 0;
  return Math.max(both, begun);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function bonus({ region, country }: KeptCity, hint: string): number {
  if (!hint) return 0;
  const said = [country.toLowerCase(), folded(countryNames.of(country) ?? ''), folded(region ?? '')];
  return said.some((text) => text === hint || (hint.length > 3 && text.includes(hint))) ? 0.3 : 0;
}
