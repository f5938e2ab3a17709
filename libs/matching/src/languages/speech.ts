import { canonicalLanguage } from '@haven/kernel';
import { sameLanguages } from './language-data.js';

const knownMax = 10_000;
const known = new Map<string, string>();

/** The language of a tag as people hear or see it: script, region and other names of it make no difference. Kept, as a directory repeats few tags. */
export function speechOf(tag: string): string {
  const speech = known.get(tag) ?? heardAs(baseOf(tag));
  if (known.size >= knownMax) known.clear();
  known.set(tag, speech);
  return speech;
}

/** The language of a tag by its own name, also where others call it otherwise. */
export const baseOf = (tag: string): string => (canonicalLanguage(tag) ?? tag.toLowerCase()).split('-')[0]!;

const heardAs = (base: string): string => sameLanguages.get(base) ?? base;

/** All names of what is heard as the same. */
export const namesOf = (speech: string): readonly string[] => [
  speech,
  ...[...sameLanguages].filter(([, same]) => same === speech).map(([name]) => name),
];
