import type { Gazetteer } from '../ports.js';
import { folded, mapInTurns, othersFirst } from '@haven/kernel';
import type { Place } from '../request/place.js';
import { aliases, wellKnown } from './aliases.js';
import { cityOf, isNamesake, placeOf, readCities } from './cities.js';
import type { KeptCity } from './cities.js';
import { likeness, likenessAtMost, soundOf } from './spelling.js';
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
      const found = cityOf(await read(), id);
      return found ? placeOf(found) : null;
    },
    search: async (query, first) => {
      const find = await (search ??= read().then(searchIn));
      // Many names may be asked for in one request.
      await othersFirst();
      return find(query, first);
    },
  };
}

type Search = (query: string, first: number) => Place[];

async function searchIn(cities: readonly KeptCity[]): Promise<Search> {
  const names = await mapInTurns(cities, ({ name }) => folded(name));
  const spelling = await trigramIndex(names);
  const sound = await trigramIndex(await mapInTurns(names, soundOf));
  return (query, first) => {
    const wanted = split(query);
    return candidates(wanted, spelling, sound)
      .map((i) => hit(cities[i]!, names[i]!, wanted))
      .filter(({ likeness }) => likeness >= likenessMin)
      .sort((a, b) => b.likeness - a.likeness || b.known - a.known || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, first)
      .map(({ place }) => place);
  };
}

const hit = (city: KeptCity, plainName: string, wanted: Wanted) => ({
  place: placeOf(city),
  likeness: alike(wanted, plainName) + bonus(city, wanted.hint),
  known: wellKnown.has(`${city.country}:${plainName}`) ? 2 : Number(isNamesake(city)),
});

/** What somebody looks for, in plain letters and as it sounds. */
interface Wanted {
  readonly name: string;
  readonly sound: string;
  readonly hint: string;
}

/** Letters that are looked at; no name of a city has as many. */
const longestName = 100;

/** "Springfield, Illinois": what follows the comma is a region or a country. */
function split(query: string): Wanted {
  const [name = '', ...rest] = query.split(',');
  const text = folded(name).slice(0, longestName);
  const known = aliases[text] ?? text;
  return { name: known, sound: soundOf(known), hint: folded(rest.join(' ')) };
}

const candidates = (wanted: Wanted, spelling: TrigramIndex, sounds: TrigramIndex): number[] => [
  ...new Set([...spelling.like(wanted.name, comparedMax), ...sounds.like(wanted.sound, comparedMax)]),
];

/** What a hint that fits adds. */
const hintBonus = 0.3;

/** Spelling and sound count alike; the beginning of a name is enough while somebody types. */
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
