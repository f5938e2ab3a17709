import { canonicalLanguage } from '@haven/kernel';
import { sameLanguages } from './language-data.js';

const knownMax = 10_000;
const known = new Map<string, string>();

/**
 * The language of a tag as people hear or see it: script, region and other names make no difference. Cached, since a directory repeats few
 * tags.
 */
export function speechOf(tag: string): string {
  const speech = known.get(tag) ?? heardAs(baseOf(tag));
  if (known.size >= knownMax) known.clear();
  known.set(tag, speech);
  return speech;
}

/** The language of a tag under its own name, even if it has another one. */
export const baseOf = (tag: string): string => (canonicalLanguage(tag) ?? tag.toLowerCase()).split('-')[0]!;

const heardAs = (base: string): string => sameLanguages.get(base) ?? base;

/** All names of languages that are heard as the same. */
export const namesOf = (speech: string): readonly string[] => [
  speech,
  ...[...sameLanguages].filter(([, same]) => same === speech).map(([name]) => name),
];
