import { isAxis, readDegrees } from './read-degrees.js';
import { readNumber } from './read-number.js';
import { isAgeLimit, readYears } from './read-years.js';

/** The number in the text of a property, if it is plain; null otherwise. */
export function readScalarNumber(property: string, text: string): number | null {
  if (isAxis(property)) return readDegrees(text, property);
  return isAgeLimit(property) ? readYears(text, property) : readNumber(text);
}

/** Whether it must stay text: an extension is dialled, so a leading 0 counts. */
export const isDialled = (property: string, text: string): boolean => property === 'extension' && /^\s*\d+\s*$/.test(text);
