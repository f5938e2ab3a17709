import { NeedCategory } from '@haven/kernel';
import { flatten, type Flattened } from '../../hsds/flatten.js';
import { havenCode, havenTerm } from '../../hsds/haven-attributes.js';
import { type Ordinals, topOf } from '../../hsds/missing-id.js';
import { idFromContent } from '../../hsds/record-id.js';
import type { JsonObject, JsonValue } from '../../hsds/record.js';
import { decodeCell } from '../csv/cells.js';
import { numberedName } from '../csv/column-names.js';
import { forbiddenKeys, storableText } from '../scrub.js';
import type { SheetField } from './sheet-headings.js';

/** A sheet with one service on each row. */
export interface Sheet {
  /** Headings; the second of two equal ones gets another name. */
  readonly names: readonly string[];
  readonly fields: readonly SheetField[];
  /** Shared by everything that is read together. */
  readonly ordinals: Ordinals;
}

/** The cells of a row by field, without empty ones. */
type CellsByField = Partial<Record<SheetField, readonly string[]>>;

/** Reads the row as the records of one service; null if it has no name. */
export function recordsOfSheetRow(cells: readonly string[], sheet: Sheet): Flattened | null {
  const texts = cells.map((cell) => storableText(cell).trim());
  const values = cellsByField(texts, sheet.fields);
  const organization = values.organization?.[0] ?? values.name?.[0];
  if (organization === undefined) return null;
  const service = serviceOf(values, { organization, name: values.name?.[0] ?? organization }, sheet.ordinals);
  const { records, problems } = flatten('service', { ...moreIn(texts, sheet), ...service }, topOf(sheet.ordinals));
  // The parts of a row never have ids in a sheet, so that is no problem.
  return { records, problems: problems.filter(({ code }) => code !== 'ID_MISSING') };
}

const totals = /^(?:(?:sub|grand) ?)?total(?:es|s)?\b|^totaux\b|^(?:sum|count|jumlah|suma)\b/i;

/** Whether the row is a heading of a group or a total: one text alone, or a word for a sum and numbers. */
export function isHeadingOrTotal(cells: readonly string[]): boolean {
  const [first, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (first === undefined) return cells.length > 1;
  if (others.length === 0) return true;
  return totals.test(first) && others.every((other) => /^[\d.,\s]+$/.test(other));
}

function cellsByField(texts: readonly string[], fields: readonly SheetField[]): CellsByField {
  const values: { [field in SheetField]?: string[] } = {};
  texts.forEach((text, column) => {
    if (text !== '') (values[fields[column] ?? 'more'] ??= []).push(text);
  });
  return values;
}

/** Cells under unknown headings. We keep them by heading: one may say that the place is secret. */
function moreIn(texts: readonly string[], { names, fields }: Sheet): JsonObject {
  const more = texts.flatMap((text, column): [string, string][] => {
    const name = names[column] ?? numberedName(column);
    return (fields[column] ?? 'more') === 'more' && text !== '' && !forbiddenKeys.has(name) ? [[name, text]] : [];
  });
  return Object.fromEntries(more);
}

interface Names {
  readonly organization: string;
  readonly name: string;
}

function serviceOf(values: CellsByField, { organization, name }: Names, ordinals: Ordinals): JsonObject {
  const text = (field: SheetField): string | null => values[field]?.[0] ?? null;
  return withoutNothing({
    id: text('id') ?? madeId(organization, name, ordinals),
    ...{ name, status: text('status') ?? 'active', description: text('description'), email: text('email'), url: text('website') },
    ...{
      eligibility_description: text('eligibility'),
      minimum_age: numberIn(text('minimumAge')),
      maximum_age: numberIn(text('maximumAge')),
    },
    ...{ fees_description: text('fees'), interpretation_services: text('interpretation') },
    organization: { id: idFromContent('organization', 'sheet', organization), name: organization },
    phones: (values.phone ?? []).map((number) => ({ number })),
    languages: (values.languages ?? []).map((language) => ({ name: language })),
    schedules: (values.hours ?? []).map((hours) => ({ description: hours })),
    attributes: attributesOf(values),
    service_at_locations: placesOf(text),
  });
}

/** An edited row stays the same service; of several equal rows, each keeps its position among them. */
const madeId = (organization: string, name: string, ordinals: Ordinals): string =>
  idFromContent('service', `sheet\n${ordinals.next(`sheet\n${organization}\n${name}`)}`, [organization, name]);

const listed = (cells: readonly string[]): readonly string[] =>
  cells.flatMap((cell) => cell.split(/\s*[;|\n]\s*|\s+\*\s+/)).filter((term) => term !== '');

/** If there are as many codes as terms, they are paired in order; else each code is a term of its own. */
function attributesOf({ category = [], code = [] }: CellsByField): JsonValue[] {
  const [terms, codes] = [listed(category), listed(code)];
  const isPaired = terms.length === codes.length;
  const named = terms.map((term, place) => categoryOf(term) ?? termOf(term, isPaired ? codes[place] : undefined));
  return isPaired ? named : [...named, ...codes.map((one) => termOf(one, one))];
}

/** One of our categories in the publisher's spelling, like "Legal" or "material assistance". */
function categoryOf(term: string): JsonObject | null {
  const named = term.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
  if (!Object.hasOwn(NeedCategory, named)) return null;
  const { id, properties } = havenTerm(havenCode.category);
  return { value: named, taxonomy_term: { id, ...properties } };
}

const termOf = (name: string, code: string | undefined): JsonObject => ({
  taxonomy_term: { name, description: name, ...(code !== undefined && { code }) },
});

function placesOf(text: (field: SheetField) => string | null): JsonValue[] {
  const address = withoutNothing({
    ...{ address_1: text('address'), address_2: text('address2'), city: text('city'), state_province: text('region') },
    ...{ postal_code: text('postalCode'), country: text('country') },
  });
  const position = withoutNothing({ latitude: numberIn(text('latitude')), longitude: numberIn(text('longitude')) });
  if (Object.keys({ ...address, ...position }).length === 0) return [];
  const addresses = Object.keys(address).length === 0 ? [] : [{ ...address, address_type: 'physical' }];
  return [{ location: { location_type: 'physical', ...position, addresses } }];
}

/** A plain number becomes a number; other notations stay text, and the check of all records reads them. */
const numberIn = (text: string | null): JsonValue => (text === null ? null : (decodeCell(text, 'number', false).value ?? null));

const withoutNothing = (given: { readonly [name: string]: JsonValue }): JsonObject =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
