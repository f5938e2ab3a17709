import { folded } from '@haven/kernel';
import { type JsonRecord, isRecord, textOf } from '../reading/json-record.js';
import { isNationwide, wholeCountryNamed } from './country-names.js';
import { isDrawn, type PolygonsRead, readGeoJson, readWkt } from './read-polygons.js';
import type { Rings } from './rings.js';

/** What we read from an HSDS service area. */
export interface AreaRead {
  readonly polygons: readonly Rings[];
  /** ISO 3166-1 alpha-2 of countries that it names. */
  readonly countries: readonly string[];
  /** It says that it means a whole country, not a state or town of that name. */
  readonly isWholeCountry: boolean;
  /** It means the country of the service, without naming it. */
  readonly isNationwide: boolean;
  readonly isEverywhere: boolean;
  readonly mended: boolean;
  /** It restricts where the service works, but cannot be read. */
  readonly unread: boolean;
}

const nothing: AreaRead = {
  polygons: [],
  countries: [],
  isWholeCountry: false,
  isNationwide: false,
  isEverywhere: false,
  mended: false,
  unread: false,
};

/** Reads one area: a drawing (GeoJSON or well-known text), else names of countries. */
export function readArea(area: JsonRecord): AreaRead {
  const drawn = drawnIn(area.extent);
  if (drawn !== null) return { ...nothing, ...drawn };
  const text = textOf(area, 'extent') ?? textOf(area, 'name') ?? textOf(area, 'description');
  if (isDrawing(area) && textOf(area, 'extent') !== null) return { ...nothing, unread: true };
  if (text !== null) return named(text);
  return { ...nothing, unread: textOf(area, 'uri') !== null };
}

/** The publisher says that the extent is a drawing. */
const isDrawing = (area: JsonRecord): boolean => /json|kml|wkt|shp|gml/i.test(textOf(area, 'extent_type') ?? '');

/** The polygons of a drawing; null if the extent is not a drawing. */
function drawnIn(extent: unknown): PolygonsRead | null {
  const value = typeof extent === 'string' ? parsed(extent) : extent;
  if (isDrawn(value)) return readGeoJson(value);
  if (Array.isArray(value) || isRecord(value)) return { polygons: [], mended: false, unread: true };
  return typeof value === 'string' ? readWkt(value) : null;
}

/** Parses JSON, also JSON inside a JSON string; returns the text itself if it is not JSON. */
function parsed(text: string, depth = 0): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && depth === 0 ? parsed(value, 1) : value;
  } catch {
    return text;
  }
}

const everywhere = /^(?:world ?wide|(?:the )?(?:whole|entire) world|global|globally|anywhere|everywhere)$/;

function named(text: string): AreaRead {
  const [, outer = text, inner = null] = /^(.*?)\s*\(([^()]*)\)$/.exec(text.trim()) ?? [];
  if (everywhere.test(folded(text))) return { ...nothing, isEverywhere: true };
  if (isNationwide(text)) return { ...nothing, isNationwide: true };
  const isOf = isNationwide(outer) ? inner : null;
  const countries = countriesNamed(isOf ?? text);
  return countries === null ? { ...nothing, unread: true } : { ...nothing, countries, isWholeCountry: isOf !== null };
}

/** One country, or a list of countries only; null for any other text. */
function countriesNamed(text: string): readonly string[] | null {
  const one = wholeCountryNamed(text);
  const all = one === null ? text.split(/[,;/&\n]|\s(?:and|y|et|und|dan)\s/).map(wholeCountryNamed) : [one];
  return all.every((country) => country !== null) ? [...new Set(all)] : null;
}
