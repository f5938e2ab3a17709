import { plainSigns } from './plain-signs.js';
import { readNumber, unquoted } from './read-number.js';

const perYear: { readonly [unit: string]: number } = { year: 1, month: 12, week: 52.1775, day: 365.2425 };
const units = '(?:(y|yrs?|years?|mos?|mths?|months?|wks?|weeks?|days?)\\.?)';
const amount = new RegExp(`^(?:ages? )?([\\d.,/½¼¾ ]+?) ?${units}?(?: (?:old|of age))?$`);

/** Words that say on which side of the limit people are: only that of the property means just this limit. */
const sides = {
  minimum_age: { after: / ?(?:\+|(?:and|&|or) (?:older|over|above|up))$/, before: /^(?:at least|from|min\.?|minimum) / },
  maximum_age: { after: / (?:and|&|or) (?:younger|under|below)$/, before: /^(?:up to|to|until|max\.?|maximum|at most) / },
};
/** Names of the age limits of a service. */
export type AgeLimit = keyof typeof sides;
/** Whether the property is an age limit. */
export const isAgeLimit = (property: string): property is AgeLimit => Object.hasOwn(sides, property);

/** Years that an age limit plainly says, parts of a year too: "18+", "17 years", "6 months". */
export function readYears(text: string, limit: AgeLimit): number | null {
  const number = readNumber(text);
  if (number !== null) return number;
  const plain = plainSigns(
    unquoted(text)
      .replaceAll('½', '.5')
      .replaceAll('¼', '.25')
      .replaceAll('¾', '.75')
      .replace(/ (?=\.\d)/g, ''),
  );
  const { before, after } = sides[limit];
  const [, value = '', unit = 'year'] = amount.exec(plain.toLowerCase().replace(before, '').replace(after, '')) ?? [];
  const years = readNumber(value);
  return years === null ? null : years / unitOf(unit);
}

function unitOf(word: string): number {
  const unit = Object.keys(perYear).find((name) => name.startsWith(word[0]!))!;
  return perYear[unit]!;
}
