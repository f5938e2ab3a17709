import { headingKey, withoutQualifiers } from './heading-key.js';
import { headings } from './known-headings.js';

/** What a column of a spreadsheet may say of a service. `more`: nothing that Haven knows. */
export type SheetField = keyof typeof headings | 'more';

const fieldOfHeading: ReadonlyMap<string, SheetField> = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    names.split('|').map((name): [string, SheetField] => [headingKey(name), field as SheetField]),
  ),
);

/** Fields of which several columns, or several values in one cell, are read. */
const severalFields: ReadonlySet<SheetField> = new Set(['phone', 'category', 'code', 'languages', 'more']);

/** "Spoken languages" are languages, and "Tél. accueil" is a phone: what only says more of a heading may be left out. */
function fieldOf(heading: string): SheetField {
  const key = headingKey(heading);
  return fieldOfHeading.get(key) ?? fieldOfHeading.get(withoutQualifiers(key)) ?? 'more';
}

/** What each column says of a service; null: the header is not that of a sheet with one service a row. */
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

/** A table of one kind of HSDS object says who it belongs to by ids; a sheet says by whom, where and how to call. */
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
