import { iso1A2Code } from '@rapideditor/country-coder';
import { countryCode } from './countries.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { countryOfPhone } from '../reading/read-phones.js';
import { addressOf, placesOf } from './places-of-service.js';
import { type AreaRead, readArea } from './read-area.js';
import type { Position } from './rings.js';
import { turnedArea } from './turned-area.js';

/** GeoJSON multipolygon, positions as [longitude, latitude]. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: [number, number][][][];
}

/** Where a service takes people from. Without a drawing or countries, and if it is not unclear: from everywhere. */
export interface ServiceArea {
  /** Union of the drawn areas. */
  readonly drawn: MultiPolygon | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** A part of its areas cannot be read. */
  readonly isUnclear: boolean;
  /** It names a country where none of its places is: maybe a state or town of that name is meant. */
  readonly isElsewhere: boolean;
  /** It was drawn with latitude and longitude exchanged. */
  readonly isTurned: boolean;
}

const everywhere: ServiceArea = { drawn: null, countries: [], isUnclear: false, isElsewhere: false, isTurned: false };

/** Union of the areas of a service, in whatever form each is given. */
export function serviceAreaOf(service: JsonRecord): ServiceArea {
  const areas = areasOf(service).map(readArea);
  if (areas.some(({ isEverywhere }) => isEverywhere)) return everywhere;
  const own = countriesOf(service);
  const isElsewhere = areas.some((area) => isNamedElsewhere(area, own));
  const drawn = areas.flatMap((area) => area.polygons);
  const turned = turnedArea(drawn, { positions: positionsOf(service), countries: own });
  const polygons = (turned ?? drawn).map((rings) => [...rings]);
  const named = areas.filter((area) => !isNamedElsewhere(area, own)).flatMap((area) => (area.isNationwide ? own : area.countries));
  return {
    drawn: polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons },
    countries: [...new Set(named)],
    isUnclear: isElsewhere || areas.some(({ unread }) => unread),
    isElsewhere,
    isTurned: turned !== null,
  };
}

const positionsOf = (service: JsonRecord): readonly Position[] =>
  placesOf(service).flatMap((place) => {
    const position = positionOf(place as JsonObject);
    return position ? [[position.longitude, position.latitude] as Position] : [];
  });

/** The areas of the service, else those of its places if each place has one. */
function areasOf(service: JsonRecord): readonly JsonRecord[] {
  const own = listOf(service, 'service_areas');
  const ofPlaces = listOf(service, 'service_at_locations').map((at) => listOf(at, 'service_areas'));
  return own.length === 0 && ofPlaces.every((areas) => areas.length > 0) ? ofPlaces.flat() : own;
}

/**
 * For a service in Atlanta, "Georgia" is not the country. "Nationwide" is unclear for a service in several countries. A service without a
 * country may still name a whole country.
 */
function isNamedElsewhere({ isNationwide, isWholeCountry, countries }: AreaRead, own: readonly string[]): boolean {
  if (isNationwide) return own.length !== 1;
  if (isWholeCountry && own.length === 0) return false;
  return countries.length > 0 && !countries.some((country) => own.includes(country));
}

/** Countries of the service's places, by address or position; if there are none, those of its phones. */
function countriesOf(service: JsonRecord): readonly string[] {
  const countries = placesOf(service).map((place) => {
    const address = addressOf(place);
    const position = positionOf(place as JsonObject);
    const lies = position && iso1A2Code([position.longitude, position.latitude], { level: 'territory' });
    return countryCode(address && textOf(address, 'country')) ?? lies;
  });
  const placed = countries.filter((country) => country !== null);
  return [...new Set(placed.length > 0 ? placed : phoneCountriesOf(service))];
}

const phoneCountriesOf = (service: JsonRecord): readonly string[] =>
  listOf(service, 'phones').flatMap((phone) => countryOfPhone(textOf(phone, 'number') ?? '') ?? []);
