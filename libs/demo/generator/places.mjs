import { attribute, languages, synthetic } from './hsds.mjs';
import { chanceFor, idOf } from './random.mjs';
import { streets } from './words.mjs';

const kilometresPerDegree = 111.32;
const rounded = (number) => Math.round(number * 1e5) / 1e5;

/** A random point in the city's disc, evenly distributed. */
function pointIn(city, chance) {
  const km = city.km * Math.sqrt(chance.next());
  const turn = 2 * Math.PI * chance.next();
  const east = (km * Math.cos(turn)) / (kilometresPerDegree * Math.cos((city.latitude * Math.PI) / 180));
  return { latitude: rounded(city.latitude + (km * Math.sin(turn)) / kilometresPerDegree), longitude: rounded(city.longitude + east) };
}

function address(locationId, city, chance) {
  return {
    id: idOf('address', locationId),
    location_id: locationId,
    address_1: `${chance.integer(1, 199)} ${chance.pick(streets)}`,
    city: city.name,
    state_province: city.region,
    postal_code: '00000',
    country: city.country,
    address_type: 'physical',
  };
}

const accessible = ['Step-free entrance and toilet', 'Ramp at the side entrance', 'Hearing loop at the front desk'];

/** Location record. A confidential one has its exact synthetic position, so that the import has something to protect. */
export function place(organization, city, { key, name, confidential = false }) {
  const id = idOf('location', organization.id, key);
  const chance = chanceFor('location', id);
  return {
    id,
    location_type: 'physical',
    organization_id: organization.id,
    name,
    description: `${synthetic} No such place exists.`,
    ...pointIn(city, chance),
    addresses: [address(id, city, chance)],
    ...(chance.happens(0.3) && { languages: languages('location_id', id, city.spoken) }),
    ...(chance.happens(0.35) && {
      accessibility: [{ id: idOf('accessibility', id), location_id: id, description: chance.pick(accessible) }],
    }),
    ...(confidential && { attributes: [attribute('location', id, 'haven:visibility', 'CONFIDENTIAL')] }),
  };
}

/** A service with a telephone only, which has no position. */
export function onTheTelephone(organization) {
  const id = idOf('location', organization.id, 'telephone');
  return {
    id,
    location_type: 'virtual',
    organization_id: organization.id,
    name: 'By telephone (demo)',
    description: `${synthetic} No such place exists.`,
  };
}
