import { folded } from '@haven/kernel';
import { type JsonRecord, isRecord, textOf } from '../reading/json-record.js';
import { countryNamed } from './country-names.js';
import { isDrawn, type PolygonsRead, readGeoJson, readWkt } from './read-polygons.js';
import type { Rings } from './rings.js';

/** What an HSDS service area says. */
export interface AreaRead {
  readonly polygons: readonly Rings[];
  /** ISO 3166-1 alpha-2 of countries that it names. */
  readonly countries: readonly string[];
  /** It says that it means a whole country, and no state or town of that name. */
  readonly isWholeCountry: boolean;
  /** The country of the service, without its name. */
  readonly isNationwide: boolean;
  readonly isEverywhere: boolean;
  readonly mended: boolean;
  /** It says where the service works, but not in a way that can be read. */
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

/** Reads one area: drawn as GeoJSON or well-known text, else by the names of countries. */
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

/** The polygons of a drawing; null when the extent is none. */
function drawnIn(extent: unknown): PolygonsRead | null {
  const value = typeof extent === 'string' ? parsed(extent) : extent;
  if (isDrawn(value)) return readGeoJson(value);
  if (Array.isArray(value) || isRecord(value)) return { polygons: [], mended: false, unread: true };
  return typeof value === 'string' ? readWkt(value) : null;
}

/** JSON within JSON, too; the text itself where it is none. */
function parsed(text: string, depth = 0): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && depth === 0 ? parsed(value, 1) : value;
  } catch {
    return text;
  }
}

const nationwide = /^(?:nation ?wide|national|nationally|country ?wide|(?:the )?(?:whole|entire) (?:country|nation)|all over the country)$/;
const everywhere = /^(?:world ?wide|(?:the )?(?:whole|entire) world|global|globally|anywhere|everywhere)$/;

function named(text: string): AreaRead {
  const [, outer = text, inner = null] = /^(.*?)\s*\(([^()]*)\)$/.exec(text.trim()) ?? [];
  if (everywhere.test(folded(text))) return { ...nothing, isEverywhere: true };
  if (nationwide.test(folded(text))) return { ...nothing, isNationwide: true };
  const isOf = nationwide.test(folded(outer)) ? inner : null;
  const countries = countriesNamed(isOf ?? text);
  return countries === null ? { ...nothing, unread: true } : { ...nothing, countries, isWholeCountry: isOf !== null };
}

/** One country, or a list of nothing but countries. */
function countriesNamed(text: string): readonly string[] | null {
  const one = countryNamed(text);
  const all = one === null ? text.split(/[,;/&\n]|\s(?:and|y|et|und|dan)\s/).map(countryNamed) : [one];
  return all.every((country) => country !== null) ? [...new Set(all)] : null;
}
