import { isSignLanguage, signLanguages, type BurdenWeights } from '@haven/kernel';
import type { MatchRequest, Need } from '../../request/request.js';
import { wantedOf } from './judge-talk.js';
import type { Voices } from '../../languages/language-fit.js';
import { baseOf, namesOf, speechOf } from '../../languages/speech.js';
import { understoodBy } from '../../languages/understands.js';

/** Services by what is spoken there: those that have one of some keys, and none of others. */
export interface SpeechFilter {
  /** null: whatever they have. */
  readonly any: readonly number[] | null;
  readonly none: readonly number[];
}

/** Services by the least cost of talking with their staff. */
export interface SpeechClass {
  readonly filter: SpeechFilter;
  /** Metres of burden. */
  readonly leastMeters: number;
}

/** Other languages, which nobody names. */
const anyLanguage = 'i:*';
const notSaid = '?';
const spoken = (name: string): string => `s:${name}`;
const interpreted = (name: string): string => `i:${name}`;

/** FNV-1a, as a signed integer of 32 bits. Two texts of one key only make a class larger. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash | 0;
}

const keysOf = (texts: Iterable<string>): number[] => [...new Set(texts)].map(keyOf).sort((a, b) => a - b);

/** What is kept of a service to find it by its languages. Only names are: what is heard as the same may change. */
export function speechKeysOf({ languages, interpreters }: Voices): number[] {
  return keysOf([
    ...(languages.length === 0 ? [notSaid] : []),
    ...languages.map((tag) => spoken(baseOf(tag))),
    ...interpreters.map(({ language }) => (language === null ? anyLanguage : interpreted(baseOf(language)))),
  ]);
}

/** Every service in one class, by what talking there costs at least. */
export function speechClasses(request: MatchRequest, need: Need, weights: BurdenWeights): SpeechClass[] {
  const wanted = need.category === 'INTERPRETATION' ? [need.interpreter?.language ?? request.languages[0]!] : wantedOf(request, need);
  const [shared, helped] = [sharedWith(wanted), helpedFor(wanted)];
  const all = [...shared, ...helped];
  // A service that does not interpret the language is no match.
  if (need.category === 'INTERPRETATION') return [{ filter: { any: keysOf(all), none: [] }, leastMeters: 0 }];
  return [
    { filter: { any: keysOf(shared), none: [] }, leastMeters: 0 },
    { filter: { any: keysOf(helped), none: keysOf(shared) }, leastMeters: weights.interpreterThere * 1_000 },
    { filter: { any: null, none: keysOf(all) }, leastMeters: weights.languageNone * 1_000 },
  ];
}

const sharedWith = (wanted: readonly string[]): string[] =>
  wanted.map(speechOf).flatMap((speech) => [speech, ...understoodBy(speech)].flatMap(namesOf).map(spoken));

/** Through an interpreter, or perhaps: who signs asks everybody who signs. */
function helpedFor(wanted: readonly string[]): string[] {
  const speeches = wanted.map(speechOf);
  const signs = speeches.some(isSignLanguage) ? [...signLanguages] : [];
  return [anyLanguage, notSaid, ...[...speeches.flatMap(namesOf), ...signs].map(interpreted), ...signs.map(spoken)];
}
