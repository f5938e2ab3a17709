import { isAxis, readDegrees } from './read-degrees.js';
import { readNumber } from './read-number.js';
import { isAgeLimit, readYears } from './read-years.js';

/** The number that the text of a property plainly says; null if it says none. */
export function readScalarNumber(property: string, text: string): number | null {
  if (isAxis(property)) return readDegrees(text, property);
  return isAgeLimit(property) ? readYears(text, property) : readNumber(text);
}

/** Whether the text must stay: an extension is dialled, so a leading 0 counts. */
export const isDialled = (property: string, text: string): boolean => property === 'extension' && /^\s*\d+\s*$/.test(text);
