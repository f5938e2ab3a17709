import type { Ordinals } from '../../hsds/missing-id.js';
import { isJsonObject } from '../../hsds/flatten.js';
import type { JsonObject, JsonValue } from '../../hsds/record.js';
import { openSheet } from './open-sheet.js';
import type { Sheet } from './sheet-row.js';

/** A GeoJSON feature as a row of a sheet with its own headings. */
interface FeatureRow {
  readonly sheet: Sheet;
  readonly cells: readonly string[];
}

/** Whether a document is a GeoJSON feature. */
export const isFeature = (document: JsonObject): boolean => document.type === 'Feature' && isJsonObject(document.properties);

/** A GeoJSON feature as a row: its point and its properties, whose names are the headings; null if they do not describe a service. */
export function rowOfFeature(feature: JsonObject, ordinals: Ordinals): FeatureRow | null {
  const properties = Object.entries(feature.properties as JsonObject);
  const columns = [...positionIn(feature.geometry), ...idOf(feature.id), ...properties];
  const sheet = openSheet(
    columns.map(([name]) => name),
    null,
    ordinals,
  );
  return sheet && { sheet, cells: columns.map(([, value]) => textOf(value ?? null)) };
}

type Column = readonly [string, JsonValue | undefined];

function positionIn(geometry: JsonValue | undefined): readonly Column[] {
  if (!isJsonObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return [];
  const [longitude, latitude] = geometry.coordinates;
  return [
    ['Latitude', latitude],
    ['Longitude', longitude],
  ];
}

const idOf = (id: JsonValue | undefined): readonly Column[] => (id === undefined || id === null ? [] : [['Id', id]]);

/** `{ "Open to all": true }` becomes "Open to all". */
function textOf(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  const entries = Array.isArray(value) ? value.map((item): Column => [textOf(item), true]) : Object.entries(value);
  const isChoice = entries.every(([, chosen]) => typeof chosen === 'boolean');
  return isChoice ? entries.flatMap(([name, chosen]) => (chosen === true ? [name] : [])).join('; ') : JSON.stringify(value);
}
