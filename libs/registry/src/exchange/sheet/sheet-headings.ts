import { headingKey, withoutQualifiers } from './heading-key.js';
import { headings } from './known-headings.js';

/** The meaning of a spreadsheet's column. `more`: Haven does not know the heading. */
export type SheetField = keyof typeof headings | 'more';

const fieldOfHeading: ReadonlyMap<string, SheetField> = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    names.split('|').map((name): [string, SheetField] => [headingKey(name), field as SheetField]),
  ),
);

/** Fields that may have several columns, or several values in one cell. */
const severalFields: ReadonlySet<SheetField> = new Set(['phone', 'category', 'code', 'languages', 'more']);

/** "Spoken languages" are languages, and "Tél. accueil" is a phone: words that only qualify a heading are ignored. */
function fieldOf(heading: string): SheetField {
  const key = headingKey(heading);
  return fieldOfHeading.get(key) ?? fieldOfHeading.get(withoutQualifiers(key)) ?? 'more';
}

/** The field of each column; null if this is not the header of a sheet with one service on each row. */
export function sheetFields(header: readonly string[]): readonly SheetField[] | null {
  const taken = new Set<SheetField>();
  const fields = header.map((heading): SheetField => {
    const field = fieldOf(heading);
    if (taken.has(field) && !severalFields.has(field)) return 'more';
    taken.add(field);
    return field;
  });
  return isSheet(taken) ? fields : null;
}

/** A table of HSDS refers to other tables by ids; a sheet has the organization, the place and the phone on the same row. */
const isSheet = (fields: ReadonlySet<SheetField>): boolean =>
  (fields.has('name') || fields.has('organization')) && aboutService.filter((field) => fields.has(field)).length >= 2;

const aboutService: readonly SheetField[] = [
  'category',
  'eligibility',
  'address',
  'city',
  'country',
  'latitude',
  'phone',
  'languages',
  'hours',
];
