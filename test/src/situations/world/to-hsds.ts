import { categoryNamed } from '../words/needs.js';
import { languagesNamed } from '../words/languages.js';
import { attribute, interpreterAttributes, ruleAttributes } from './attributes.js';
import type { Place } from './place.js';
import { circleOf, pointOf, townOf } from './positions.js';
import { phonesOf, schedulesOf } from './hours.js';
import { poolsOf } from './pools.js';

/** Other specs recognize by this ending which services come and go. */
const ending = ' (end-to-end)';

/** Ids of this run: the system may have had these places before. */
export interface Names {
  readonly run: string;
}

/** Id of the service of a place. */
export const serviceId = ({ run }: Names, name: string): string => `${run} ${name}`;
/** Id of the organization that has a place. */
export const organizationId = ({ run }: Names, { name, organization = name }: Pick<Place, 'name' | 'organization'>): string =>
  `${run} of ${organization}`;

function locationOf(id: string, place: Place): object {
  const { country, city } = townOf(place.where);
  return {
    id: `${id} place`,
    location_type: 'physical',
    ...pointOf(place.where),
    addresses: [{ id: `${id} address`, address_type: 'physical', address_1: '1 Example Lane', city, country }],
    ...(place.address === 'secret' && { attributes: [attribute(`${id} place`, 'visibility', 'CONFIDENTIAL')] }),
  };
}

function serviceArea(id: string, serves: string): object {
  const { center, radiusKm } = circleOf(serves);
  const north = radiusKm / 111.2;
  const east = north / Math.cos((center.latitude * Math.PI) / 180);
  const corners = [
    [-east, -north],
    [east, -north],
    [east, north],
    [-east, north],
    [-east, -north],
  ].map(([x, y]) => [center.longitude + x!, center.latitude + y!]);
  const extent = JSON.stringify({ type: 'Polygon', coordinates: [corners] });
  return { id: `${id} area`, name: serves, extent, extent_type: 'geojson' };
}

/** The HSDS service with everything nested in it. */
export function toHsds(names: Names, place: Place): object {
  const id = serviceId(names, place.name);
  const owner = organizationId(names, place);
  const codes = place.speaks === undefined ? [] : languagesNamed(place.speaks);
  return {
    id,
    name: `${place.name}${ending}`,
    description: place.says ?? 'Made up for a situation.',
    status: place.status ?? 'active',
    organization: { id: owner, name: `${place.organization ?? place.name}${ending}`, description: 'Made up.' },
    ...(place.says !== undefined && { eligibility_description: place.says }),
    ...(place.interpreters !== undefined && { interpretation_services: place.interpreters }),
    languages: codes.map((code) => ({ id: `${id} ${code}`, code })),
    schedules: schedulesOf(id, place),
    phones: phonesOf(id, place),
    ...(place.serves !== undefined && { service_areas: [serviceArea(id, place.serves)] }),
    capacities: poolsOf(id, place),
    service_at_locations: [{ id: `${id} at`, location: locationOf(id, place) }],
    attributes: [
      ...place.offers.map((offer) => attribute(id, 'category', categoryNamed(offer))),
      ...ruleAttributes(id, place),
      ...interpreterAttributes(id, place),
    ],
  };
}
