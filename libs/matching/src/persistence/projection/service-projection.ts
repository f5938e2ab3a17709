import type { ServiceSnapshot } from '@haven/events';
import { centreOfCell, isOnEarth, publicCellOf } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import { countryOf } from '../../areas/country-of.js';
import { interpretersOf } from '../../languages/interpreter.js';
import { speechKeysOf } from '../../judging/talk/speech-keys.js';
import { placeHoursOf } from '../../hours/place-hours.js';
import { digestOf } from './digest-of.js';

type Location = ServiceSnapshot['service']['locations'][number];

/** Replaces stored services by the snapshots. */
export async function storeServices(tx: EntityManager, snapshots: readonly ServiceSnapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  const rows = snapshots.map((snapshot) => rowsOf(snapshot));
  await removeServices(
    tx,
    rows.map(({ service }) => service.service_id),
  );
  await tx.query(
    `INSERT INTO matching.service (service_id, organization_id, status, active, languages, interpreters, admission, service_area,
                                   area_countries, area_unclear, hours, view, version)
     SELECT service_id, organization_id, status, active, languages, interpreters, admission,
            public.ST_SetSRID(public.ST_GeomFromGeoJSON(area), 4326), area_countries, area_unclear, hours, view, version
     FROM json_to_recordset($1::json) AS told (service_id text, organization_id text, status text, active boolean, languages text[],
            interpreters jsonb, admission jsonb, area text, area_countries text[], area_unclear boolean, hours jsonb, view jsonb, version text)`,
    [JSON.stringify(rows.map(({ service }) => service))],
  );
  // Nobody can go to a defunct service; it is not even a near miss.
  await storeSites(
    tx,
    rows.flatMap(({ service, sites }) => (service.status === 'DEFUNCT' ? [] : sites)),
  );
}

/** A service and its places, in the form of the read model. */
function rowsOf(snapshot: ServiceSnapshot) {
  const { service: view } = snapshot;
  const area = usableArea(snapshot.serviceArea);
  const places = placesOf(snapshot);
  const interpreters = interpretersOf(snapshot);
  const version = digestOf(snapshot);
  const { id: service_id, status, languages, admission } = view;
  const [area_countries, active] = [snapshot.serviceCountries ?? [], status === 'ACTIVE'];
  const area_unclear = snapshot.serviceAreaUnclear === true || (snapshot.serviceArea !== null && area === null);
  const beside = {
    ...{ service_id, active, version, is_only: places.length === 1 },
    ...{ speech: speechKeysOf({ languages, interpreters }), has_area: area !== null || area_countries.length > 0 || area_unclear },
  };
  return {
    service: {
      ...{ service_id, organization_id: view.organization.id, status, active, languages, interpreters, admission },
      ...{ area, area_countries, area_unclear, hours: hoursOf(snapshot, places), view, version },
    },
    sites: [...new Set(view.categories)].flatMap((category) => places.map((place) => ({ category, ...place, ...beside }))),
  };
}

type SiteRow = ReturnType<typeof rowsOf>['sites'][number];

const hoursOf = ({ schedules = [] }: ServiceSnapshot, places: readonly Place[]) =>
  placeHoursOf(
    schedules,
    places.map(({ location_id: id, latitude, longitude, country }) => ({
      ...{ id, country },
      position: latitude === null || longitude === null ? null : { latitude, longitude },
    })),
  );

/** Deletes the services. Their beds belong to another topic and stay until its tombstone comes. */
export async function removeServices(tx: EntityManager, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await tx.query('DELETE FROM matching.site WHERE service_id = ANY($1)', [serviceIds]);
  await tx.query('DELETE FROM matching.service WHERE service_id = ANY($1)', [serviceIds]);
}

/** A place of a service; without a position it stands for the service in a country. */
interface Place {
  readonly location_id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Location['precision'];
  readonly cell: string | null;
  readonly country: string | null;
}

/** Each place once. For a service without places: each country where it is, or from which it takes people. */
function placesOf({ service, publicCells, addressCountries = [], serviceCountries = [] }: ServiceSnapshot): readonly Place[] {
  const places = service.locations.filter(isOnEarth).map((location) => siteOf(location, publicCells[location.id] ?? null));
  if (places.length > 0) return [...new Map(places.map((place) => [place.location_id, place])).values()];
  const countries = addressCountries.length > 0 ? addressCountries : serviceCountries;
  return countries.length > 0 ? [...new Set(countries)].map(somewhereIn) : [somewhereIn(null)];
}

const somewhereIn = (country: string | null): Place => ({
  ...{ location_id: country ?? '', latitude: null, longitude: null, precision: 'EXACT', cell: null, country },
});

const storeSites = (tx: EntityManager, sites: readonly SiteRow[]): Promise<unknown> =>
  tx.query(
    // A transaction that counts beds of one at the same time waits, and then finds these places.
    `WITH beds AS MATERIALIZED (SELECT service_id, is_full FROM matching.bed_state WHERE service_id = ANY($2) ORDER BY service_id FOR SHARE)
     INSERT INTO matching.site (category, service_id, location_id, position, latitude, longitude, precision, cell, country, active,
                                speech, version, has_area, is_only, is_full)
     SELECT category, service_id, location_id, public.ST_SetSRID(public.ST_MakePoint(longitude, latitude), 4326)::public.geography,
            latitude, longitude, precision, cell, country, active, speech, version, has_area, is_only,
            category = 'ACCOMMODATION' AND coalesce(beds.is_full, false)
     FROM json_to_recordset($1::json) AS place (category text, service_id text, location_id text, latitude float8, longitude float8, precision text, cell text,
            country text, active boolean, speech int[], version text, has_area boolean, is_only boolean)
     LEFT JOIN beds USING (service_id)`,
    [JSON.stringify(sites), [...new Set(sites.map(({ service_id }) => service_id))]],
  );

/** A confidential place is put in the middle of its public cell, whatever the event contains: nothing finer may influence an answer. */
function siteOf(location: Location, publicCell: string | null): Place {
  const precision = publicCell === null ? location.precision : 'AREA';
  const cell = precision === 'EXACT' ? null : (publicCell ?? publicCellOf(location));
  const position: Position = precision === 'AREA' ? centreOfCell(cell!) : location;
  const { latitude, longitude } = position;
  const country = location.country?.toUpperCase() ?? countryOf(position);
  return { location_id: location.id, latitude, longitude, precision, cell, country };
}

/** An area without a single closed ring cannot be read; PostGIS would reject the whole event for it. */
function usableArea(area: ServiceSnapshot['serviceArea']): string | null {
  const closes = (ring: readonly (readonly number[])[]): boolean =>
    ring.length >= 4 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];
  const polygons = (area?.coordinates ?? []).filter((rings) => rings.length > 0 && rings.every(closes));
  return polygons.length > 0 ? JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }) : null;
}
