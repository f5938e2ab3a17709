import { isSignLanguage, signLanguages, type BurdenWeights } from '@haven/kernel';
import type { MatchRequest, Need } from '../../request/request.js';
import { wantedOf } from './judge-talk.js';
import type { Voices } from '../../languages/language-fit.js';
import { baseOf, namesOf, speechOf } from '../../languages/speech.js';
import { understoodBy } from '../../languages/understands.js';

/** Selects services by their languages: those with one of some keys, and without others. */
export interface SpeechFilter {
  /** Null: any keys. */
  readonly any: readonly number[] | null;
  readonly none: readonly number[];
}

/** Services by the least burden of talking with their staff. */
export interface SpeechClass {
  readonly filter: SpeechFilter;
  /** Burden in metres. */
  readonly leastMeters: number;
}

/** Languages that a service does not name. */
const anyLanguage = 'i:*';
const notSaid = '?';
const spoken = (name: string): string => `s:${name}`;
const interpreted = (name: string): string => `i:${name}`;

/** FNV-1a, as a signed integer of 32 bits. If two texts have one key, their class is only larger. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash | 0;
}

const keysOf = (texts: Iterable<string>): number[] => [...new Set(texts)].map(keyOf).sort((a, b) => a - b);

/** The keys of a service for finding it by its languages. They contain names only, because which names are heard as the same may change. */
export function speechKeysOf({ languages, interpreters }: Voices): number[] {
  return keysOf([
    ...(languages.length === 0 ? [notSaid] : []),
    ...languages.map((tag) => spoken(baseOf(tag))),
    ...interpreters.map(({ language }) => (language === null ? anyLanguage : interpreted(baseOf(language)))),
  ]);
}

/** Divides all services into classes by the least burden of talking there. */
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

/**
 * Keys of services where talking works through an interpreter, or perhaps: a person who signs may be understood wherever somebody signs.
 */
function helpedFor(wanted: readonly string[]): string[] {
  const speeches = wanted.map(speechOf);
  const signs = speeches.some(isSignLanguage) ? [...signLanguages] : [];
  return [anyLanguage, notSaid, ...[...speeches.flatMap(namesOf), ...signs].map(interpreted), ...signs.map(spoken)];
}
