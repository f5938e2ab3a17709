import { likeness, likenessAtMost, soundOf } from './spelling.js';
import type { Wanted } from './wanted.js';

/** What a name is worth. Ten times as many people are worth a twentieth, so a city's own name outweighs a hundred times as many. */
const worth = { own: 1, inAnotherLanguage: 0.9, region: 0.85, begun: 0.8, alike: 0.7 } as const;
const peopleWorth = 0.05;
/** Among names that are only alike, the spelling decides. */
const peopleWorthIfAlike = 0.005;

/** The least likeness of a name in the results. */
const likenessMin = 0.6;
/** What a matching region or country is worth. */
const hintWorth = 0.3;
/** The fewest letters that count as the beginning of a name. */
const begunLetters = 3;

/** How a city came up. */
export interface Found {
  /** Its own name, in plain form. */
  readonly name: string;
  readonly population: number;
  /** Exactly this is its name in some language. */
  readonly isNamed: boolean;
  /** It is the largest of a region with this name. */
  readonly isOfRegion: boolean;
  readonly isHinted: boolean;
}

/** How well a city fits what is wanted; null: not at all. */
export function fitOf(wanted: Wanted, found: Found): number | null {
  const { name, population, isHinted } = found;
  const hint = isHinted ? hintWorth : 0;
  const people = Math.log10(population + 1);
  const known = knownWorth(wanted, found);
  if (known !== null) return known + peopleWorth * people + hint;
  const spelt = alike(wanted, name);
  return spelt + hint < likenessMin ? null : worth.alike * spelt + peopleWorthIfAlike * people + hint;
}

/** Null: the name is not what is wanted, and may only be spelt like it. */
function knownWorth(wanted: Wanted, { name, isNamed, isOfRegion }: Found): number | null {
  if (isNamed) return [wanted.name, wanted.said].includes(name) ? worth.own : worth.inAnotherLanguage;
  if (isOfRegion) return worth.region;
  return isBegun(wanted, name) ? worth.begun : null;
}

/** Whether somebody may be typing this name. */
export const isBegun = (wanted: Wanted, name: string): boolean => wanted.name.length >= begunLetters && name.startsWith(wanted.name);

/** Spelling and sound count equally. */
function alike(wanted: Wanted, name: string): number {
  const sound = soundOf(name);
  const atMost = (likenessAtMost(wanted.name, name) + likenessAtMost(wanted.sound, sound)) / 2;
  return atMost + hintWorth < likenessMin ? 0 : (likeness(wanted.name, name) + likeness(wanted.sound, sound)) / 2;
}
