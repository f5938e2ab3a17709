import { plainSigns } from './plain-signs.js';
import { readNumber, unquoted } from './read-number.js';

/** How many of each unit a year has, with the unit's names in the languages of sheets. */
const units: readonly (readonly [perYear: number, names: RegExp])[] = [
  [1, /^(?:y|yrs?|years?|ans?|años?|anos?|tahun|thn|th)$/],
  [12, /^(?:mos?|mths?|months?|mois|mes|meses|mês|bulan|bln)$/],
  [52.1775, /^(?:wks?|weeks?|semaines?|semanas?|minggu)$/],
  [365.2425, /^(?:days?|jours?|d[ií]as?|hari)$/],
];
const amount = /^(?:ages? |âge |edad |usia |idade )?([\d.,/½¼¾ ]+?) ?(\p{L}+)?\.?(?: (?:old|of age))?$/u;

/** Words for the side of the limit on which people are admitted. Only the word that fits the property means exactly this limit. */
const sides = {
  minimum_age: { after: / ?(?:\+|(?:and|&|or) (?:older|over|above|up))$/, before: /^(?:at least|from|min\.?|minimum) / },
  maximum_age: { after: / (?:and|&|or) (?:younger|under|below)$/, before: /^(?:up to|to|until|max\.?|maximum|at most) / },
};
/** Names of a service's age limits. */
export type AgeLimit = keyof typeof sides;
/** Whether the property is an age limit. */
export const isAgeLimit = (property: string): property is AgeLimit => Object.hasOwn(sides, property);

/** The years of an age limit, if the text is plain; parts of a year too: "18+", "17 years", "6 months". */
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
  const perYear = perYearOf(unit);
  return years === null || perYear === null ? null : years / perYear;
}

const perYearOf = (word: string): number | null => units.find(([, names]) => names.test(word))?.[0] ?? null;
