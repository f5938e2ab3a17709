import { canonicalLanguage, remembered } from '@haven/kernel';
import { sameLanguages } from './language-data.js';

const knownMax = 10_000;

/**
 * The language of a tag as people hear or see it: script, region and other names make no difference. Cached, since a directory repeats few
 * tags.
 */
export const speechOf = remembered(
  knownMax,
  (tag: string) => tag,
  (tag) => heardAs(baseOf(tag)),
);

/** The language of a tag under its own name, even if it has another one. */
export const baseOf = (tag: string): string => (canonicalLanguage(tag) ?? tag.toLowerCase()).split('-')[0]!;

const heardAs = (base: string): string => sameLanguages.get(base) ?? base;

/** All names of languages that are heard as the same. */
export const namesOf = (speech: string): readonly string[] => [
  speech,
  ...[...sameLanguages].filter(([, same]) => same === speech).map(([name]) => name),
];
