import { flatten, isJsonObject, type Flattened } from '../../hsds/flatten.js';
import { type Ordinals, topOf } from '../../hsds/missing-id.js';
import { scrub } from '../scrub.js';
import { isObjectName, type JsonObject, type JsonValue, type ObjectName } from '../../hsds/record.js';
import { objectHintOf } from '../files/file-kind.js';
import type { JsonDocument } from './json-documents.js';
import { refused, remark, type ProblemPlace } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import { isFeature, rowOfFeature } from '../sheet/feature-row.js';
import { sheetProblems } from '../sheet/open-sheet.js';
import { recordsOfSheetRow } from '../sheet/sheet-row.js';
import { recogniseObject } from './recognise-object.js';

/** In a Haven file with documents of all kinds: the object of a document. */
export const objectKey = 'x_haven_object';

/** The records of one document, and problems of its text. */
export interface DocumentRecords {
  readonly flat: Flattened | null;
  readonly problems: readonly ReadItem[];
}

/** Reads one document of a JSON file. */
export function recordsOfDocument(document: JsonDocument, place: ProblemPlace, ordinals: Ordinals): DocumentRecords {
  if (document.fault) return { flat: null, problems: [refused(document.fault, place)] };
  const parsed = parse(document.text);
  if (parsed === undefined) return { flat: null, problems: [refused('JSON_BROKEN', place)] };
  if (!isJsonObject(parsed)) return { flat: null, problems: [refused('JSON_NOT_AN_OBJECT', place)] };
  const { value, forbidden, replaced } = scrub(parsed);
  const clean = value as typeof parsed;
  if (isFeature(clean)) return recordsOfFeature(clean, place, ordinals);
  const hint = objectHintOf(document.list && document.list !== 'contents' ? document.list : place.file);
  const object = objectNamed(clean) ?? recogniseObject(clean, hint);
  if (!object) return { flat: null, problems: [refused('JSON_UNKNOWN_OBJECT', place)] };
  const at = { ...place, object, id: clean.id === undefined ? null : String(clean.id) };
  const problems = [
    ...forbidden.map((path) => remark('FORBIDDEN_KEY', 'repaired', { ...at, field: path.slice(1) })),
    ...replaced.map((path) => remark('UNSTORABLE_CHARACTER', 'repaired', { ...at, field: path.slice(1) })),
  ];
  return { flat: flatten(object, clean, topOf(ordinals)), problems };
}

/** Reads a GeoJSON feature: a point with the properties of a service. */
function recordsOfFeature(feature: JsonObject, place: ProblemPlace, ordinals: Ordinals): DocumentRecords {
  const row = rowOfFeature(feature, ordinals);
  if (!row) return { flat: null, problems: [refused('JSON_UNKNOWN_OBJECT', place)] };
  const flat = recordsOfSheetRow(row.cells, row.sheet);
  const problems = sheetProblems(place.file, row.sheet);
  return { flat, problems: flat ? problems : [...problems, refused('NAME_UNKNOWN', { ...place, object: 'service', field: 'name' })] };
}

/** Reads the mark and removes it. */
function objectNamed(document: JsonObject): ObjectName | null {
  const { [objectKey]: object } = document;
  if (!isObjectName(object)) return null;
  delete document[objectKey];
  return object;
}

const longNumber = /(?:^|[[:,\s])-?\d{16,}/;

/** Undefined if it is not JSON. Whole numbers that JavaScript would round stay text, so that ids stay exact. */
function parse(text: string): JsonValue | undefined {
  try {
    return (longNumber.test(text) ? JSON.parse(text, keepLongNumber) : JSON.parse(text)) as JsonValue;
  } catch {
    return undefined;
  }
}

function keepLongNumber(_key: string, value: JsonValue, ...[context]: [context?: { source?: string }]): JsonValue {
  const source = context?.source ?? '';
  return typeof value === 'number' && /^-?\d{16,}$/.test(source) && String(value) !== source ? source : value;
}
