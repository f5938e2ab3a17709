import { canonicalLanguage } from '@haven/kernel';
import { sameLanguages } from './language-data.js';

const knownMax = 10_000;
const known = new Map<string, string>();

/** The language of a tag as people hear or see it: script, region and other names of it make no difference. Kept, as a directory repeats few tags. */
export function speechOf(tag: string): string {
  const speech = known.get(tag) ?? heardAs(canonicalLanguage(tag) ?? tag.toLowerCase());
  if (known.size >= knownMax) known.clear();
  known.set(tag, speech);
  return speech;
}

function heardAs(tag: string): string {
  const base = tag.split('-')[0]!;
  return sameLanguages.get(base) ?? base;
}
