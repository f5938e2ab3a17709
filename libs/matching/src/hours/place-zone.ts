import type { Position } from '@haven/kernel';
import { createRequire } from 'node:module';
import { once } from '../once.js';
import { offsetsOver } from './zone-of-clock.js';

interface ZonedCity {
  readonly spot: Spot;
  readonly zone: string;
}

/** A direction from the middle of the Earth. Places near each other on the surface are near each other in space. */
type Spot = readonly [number, number, number];

/** How many of the nearest cities must have the same time. */
const witnesses = 3;
/** Beyond this distance from all cities, a place may be on an island with its own time: 300 km, squared, in radii of the Earth. */
const farApart = (300 / 6371) ** 2;

/**
 * The zone of a place: that of its country if it has only one time, otherwise that of the nearest cities in the country, if they agree.
 * Null: near a border between zones, without a known country, or without a position in a country with several. A wrong hour is worse than
 * none.
 */
export function placeZone(position: Position | null, country: string | null): string | null {
  if (country === null) return null;
  const only = onlyZoneOf(country);
  if (only !== null || position === null) return only;
  const here = spotOf(position);
  const near = citiesOf(country)
    .map(({ spot, zone }) => ({ zone, apart: apart(here, spot) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, witnesses);
  if (near.length === 0 || near[0]!.apart > farApart) return null;
  return new Set(near.map(({ zone }) => offsetsOver(zone))).size === 1 ? near[0]!.zone : null;
}

function spotOf({ latitude, longitude }: Position): Spot {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

const apart = (a: Spot, b: Spot): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** All zones of a country, from the time zone data of the runtime. Cached: this lookup takes longer than everything else here. */
const zonesOf = once((country: string): readonly string[] => {
  try {
    const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
      getTimeZones?(): string[] | undefined;
      readonly timeZones?: string[];
    };
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    return [];
  }
});

/** Null: the country has several times, or is unknown. */
const onlyZoneOf = once((country: string): string | null => {
  const zones = zonesOf(country);
  return new Set(zones.map(offsetsOver)).size === 1 ? zones[0]! : null;
});

interface CityRow {
  readonly city_ascii: string;
  readonly lat: number;
  readonly lng: number;
  readonly iso2: string | null;
  readonly timezone: string | null;
}

let rows: readonly CityRow[] | undefined;

/** From city-timezones (MIT); the file is read when a country with several times first occurs. */
const citiesOf = once((country: string): readonly ZonedCity[] => {
  rows ??= createRequire(import.meta.url)('city-timezones/data/cityMap.json') as readonly CityRow[];
  return inCountry(country);
});

/** Cities whose spelling differs from the name of their zone. */
const spelling: Readonly<Record<string, string>> = { Coihaique: 'Coyhaique' };

function inCountry(country: string): ZonedCity[] {
  const zones = zonesOf(country);
  return rows!
    .filter(({ iso2 }) => iso2 === country)
    .flatMap(({ city_ascii, lat, lng, timezone }) => {
      const zone = zoneNamedAfter(city_ascii, zones) ?? timezone;
      return zone === null ? [] : [{ zone, spot: spotOf({ latitude: lat, longitude: lng }) }];
    });
}

/** Zones that are newer than the file have the name of their city. */
const zoneNamedAfter = (city: string, zones: readonly string[]): string | undefined =>
  zones.find((zone) => zone.endsWith(`/${(spelling[city] ?? city).replaceAll(' ', '_')}`));
