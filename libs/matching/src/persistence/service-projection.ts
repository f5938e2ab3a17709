import type { ServiceSnapshot } from '@haven/contracts';
import { centreOfCell, isOnEarth, publicCellOf } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import { countryOf } from '../domain/country-of.js';
import { interpretersOf } from '../domain/languages/interpreter.js';
import { speechKeysOf } from '../domain/languages/speech-keys.js';
import { placeHoursOf } from '../domain/hours/place-hours.js';
import { digestOf } from './digest-of.js';

type Location = ServiceSnapshot['service']['locations'][number];

/** Puts the snapshot in place of what was known of the service. */
export async function storeService(tx: EntityManager, snapshot: ServiceSnapshot): Promise<void> {
  const { service } = snapshot;
  const area = usableArea(snapshot.serviceArea);
  const places = placesOf(snapshot);
  const interpreters = interpretersOf(snapshot);
  const version = digestOf(snapshot);
  const countries = snapshot.serviceCountries ?? [];
  const isAreaUnclear = snapshot.serviceAreaUnclear === true || (snapshot.serviceArea !== null && area === null);
  await removeService(tx, service.id);
  await tx.query(
    `INSERT INTO matching.service (service_id, organization_id, status, active, languages, interpreters, admission, service_area, area_countries, area_unclear, hours, view, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, public.ST_SetSRID(public.ST_GeomFromGeoJSON($8::text), 4326), $9, $10, $11, $12, $13)`,
    [
      service.id,
      service.organization.id,
      service.status,
      service.status === 'ACTIVE',
      service.languages,
      JSON.stringify(interpreters),
      JSON.stringify(service.admission),
      area,
      countries,
      isAreaUnclear,
      JSON.stringify(hoursOf(snapshot, places)),
      JSON.stringify(service),
      version,
    ],
  );
  // What is gone for good is nowhere to go, not even as a near miss.
  if (service.status === 'DEFUNCT') return;
  const hasArea = area !== null || countries.length > 0 || isAreaUnclear;
  await storeSites(tx, service, places, { speech: speechKeysOf({ languages: service.languages, interpreters }), version, hasArea });
}

const hoursOf = ({ schedules = [] }: ServiceSnapshot, places: readonly Place[]) =>
  placeHoursOf(
    schedules,
    places.map(({ location_id: id, latitude, longitude, country }) => ({ id, latitude, longitude, country })),
  );

/** Forgets the service; its beds are another topic's and stay until that says so. */
export async function removeService(tx: EntityManager, serviceId: string): Promise<void> {
  await tx.query('DELETE FROM matching.site WHERE service_id = $1', [serviceId]);
  await tx.query('DELETE FROM matching.service WHERE service_id = $1', [serviceId]);
}

type Place = ReturnType<typeof siteOf>;

/** Each place once. */
function placesOf({ service, publicCells }: ServiceSnapshot): readonly Place[] {
  const places = service.locations.filter(isOnEarth).map((location) => siteOf(location, publicCells[location.id] ?? null));
  return [...new Map(places.map((place) => [place.location_id, place])).values()];
}

/** What stands beside each place, so that a search need not look at the service. */
interface Beside {
  readonly speech: readonly number[];
  readonly version: string;
  readonly hasArea: boolean;
}

async function storeSites(
  tx: EntityManager,
  service: ServiceSnapshot['service'],
  places: readonly Place[],
  { speech, version, hasArea }: Beside,
): Promise<void> {
  await tx.query(
    // Whoever counts beds of it at the same moment waits, and then finds these places.
    `WITH beds AS (SELECT is_full FROM matching.bed_state WHERE service_id = $1 FOR SHARE)
     INSERT INTO matching.site (category, service_id, location_id, position, latitude, longitude, cell, country, active,
                                speech, version, has_area, is_only, is_full)
     SELECT category, $1, location_id, public.ST_SetSRID(public.ST_MakePoint(longitude, latitude), 4326)::public.geography,
            latitude, longitude, cell, country, $4, $5::int[], $6, $7, $8,
            category = 'ACCOMMODATION' AND coalesce((SELECT is_full FROM beds), false)
     FROM unnest($2::text[]) AS category,
          jsonb_to_recordset($3::jsonb) AS place (location_id text, latitude float8, longitude float8, cell text, country text)`,
    [
      ...[service.id, [...new Set(service.categories)], JSON.stringify(places), service.status === 'ACTIVE'],
      ...[speech, version, hasArea, places.length === 1],
    ],
  );
}

/** A confidential place stands in the middle of its public cell, whatever the event says: nothing finer may decide an answer. */
function siteOf(location: Location, publicCell: string | null) {
  const cell = location.precision === 'AREA' ? (publicCell ?? publicCellOf(location)) : publicCell;
  const position: Position = cell === null ? location : centreOfCell(cell);
  const { latitude, longitude } = position;
  return { location_id: location.id, latitude, longitude, cell, country: location.country?.toUpperCase() ?? countryOf(position) };
}

/** An area without a single ring that closes cannot be read; PostGIS would refuse the whole event for it. */
function usableArea(area: ServiceSnapshot['serviceArea']): string | null {
  const closes = (ring: readonly (readonly number[])[]): boolean =>
    ring.length >= 4 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];
  const polygons = (area?.coordinates ?? []).filter((rings) => rings.length > 0 && rings.every(closes));
  return polygons.length > 0 ? JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }) : null;
}
