import { randomOf } from '../reference/requests/random.js';
import { everyField } from './every-field.js';
import type { Filling, Json } from './every-field.js';
import type { Declarations } from './hsds-fields.js';
import { placeOf } from './twin-places.js';
import type { TwinPlace, WorldName } from './twin-places.js';

/** The twins of a seed differ only by world. */
export interface TwinDirectory {
  readonly declarations: Declarations;
  readonly seed: number;
  readonly services: number;
  readonly world: WorldName;
}

const categories = ['ACCOMMODATION', 'ACCOMMODATION', 'MEDICAL', 'ACCOMMODATION', 'LEGAL', 'ACCOMMODATION', 'PSYCHOSOCIAL'];
const languages = ['id', 'en', 'km', 'my'];
const organizations = 4;

/** Ids of the directory. */
export const twinIds = {
  service: (index: number) => `twin-${index}`,
  organization: (index: number) => `twin-o${index % organizations}`,
  location: (index: number) => `twin-${index}-l`,
};

/** All houses of the services in this world. */
export const placesIn = ({ seed, services, world }: Omit<TwinDirectory, 'declarations'>): readonly TwinPlace[] =>
  Array.from({ length: services }, (_, index) => placeOf(seed, index, world));

/** Houses of the organizations themselves. */
const ownHouse = (seed: number, index: number, world: WorldName) => placeOf(seed + 500, (index % organizations) * 3, world);

/** A directory in HSDS 3.1 in which every object has every field. Places that become confidential later are not marked yet. */
export const firstDirectory = (directory: TwinDirectory): string => lines(placesIn(directory), directory, ['MARKED']);

/** A public place that appears later, of an organization with a confidential one: it waits for a review. */
const newcomer = ({ seed, services, world }: TwinDirectory): TwinPlace => placeOf(seed, services + 1, world);

/** The same services that become confidential LATER, with their marks, and one more. */
export const laterDirectory = (directory: TwinDirectory): string =>
  lines([...placesIn(directory).filter(({ secrecy }) => secrecy === 'LATER'), newcomer(directory)], directory, ['MARKED', 'LATER']);

/** Another source of the same publisher has some of the places without their marks: they wait for a person. */
export const copiedDirectory = (directory: TwinDirectory): string =>
  lines(
    placesIn(directory)
      .filter(({ secrecy }) => ['MARKED', 'LATER'].includes(secrecy))
      .slice(0, 4),
    directory,
    [],
  );

const lines = (places: readonly TwinPlace[], directory: TwinDirectory, marked: readonly string[]): string =>
  places.map((place) => `${JSON.stringify(serviceOf(place, directory, marked))}\n`).join('');

/** All data except that of the place is the same in both worlds. */
function serviceOf(place: TwinPlace, directory: TwinDirectory, marked: readonly string[]): Json {
  const { index } = place;
  const { declarations, seed } = directory;
  const id = twinIds.service(index);
  const random = randomOf(seed * 7_000 + index);
  const open: Filling = { declarations, told: `service ${index}`, number: 1, fixed: openValues, shared };
  const whole =
    index === 0
      ? everyField(open, 'service', id, ['service_at_locations', 'organization', 'languages', 'capacities', 'service_areas'])
      : {};
  // A place that an edit will make confidential is public until then. It has its own category, so that questions can include all others.
  const category = place.secrecy === 'EDITED' ? 'DOCUMENTATION' : categories[index % categories.length]!;
  return {
    ...whole,
    id,
    status: 'active',
    name: `Twin service ${index}`,
    organization: organizationOf(index, directory),
    languages: random.some(languages, 2).map((code) => ({ id: `${id}-${code}`, code, name: code })),
    service_at_locations: [standing(place, directory, marked)],
    attributes: [attribute(`${id}-c`, 'service', id, 'haven:category', category), elsewhere(place, 'attribute')],
    metadata: [...((whole['metadata'] ?? []) as Json[]), elsewhere(place, 'metadata')],
    ...(category === 'ACCOMMODATION' && { capacities: [capacityOf(id, random.whole(1, 6))] }),
  };
}

/** Terms belong to nobody's place: all attributes of the filling share one. */
const shared = { taxonomy_term: { id: 'twin-term', code: 'twin-term', name: 'Of the twins', description: 'Invented for a test.' } };

const openValues = { service: { minimum_age: null, maximum_age: null, eligibility_description: null } };

/** The link between service and place, with the place, all with every field. */
function standing(place: TwinPlace, { declarations }: TwinDirectory, marked: readonly string[]): Json {
  const id = twinIds.location(place.index);
  const tie = everyField(fillingOf(place, declarations), 'service_at_location', `${id}-at`, ['location', 'service']);
  return { ...tie, location: locationOf(place, id, declarations, marked) };
}

function locationOf(place: TwinPlace, id: string, declarations: Declarations, marked: readonly string[]): Json {
  const location = everyField(fillingOf(place, declarations), 'location', id);
  const mark = attribute(`${id}-v`, 'location', id, 'haven:visibility', 'CONFIDENTIAL');
  return { ...location, attributes: [...(location['attributes'] as Json[]), ...(marked.includes(place.secrecy) ? [mark] : [])] };
}

function organizationOf(index: number, { declarations, seed, world }: TwinDirectory): Json {
  const id = twinIds.organization(index);
  const place = ownHouse(seed, index, world);
  const open: Filling = { declarations, told: `organization ${index % organizations}`, number: 1, fixed: openValues, shared };
  const whole = everyField(open, 'organization', id, ['services', 'programs', 'locations']);
  const name = `Twin organization ${index % organizations}`;
  return { ...whole, name, parent_organization_id: null, locations: [locationOf(place, `${id}-l`, declarations, ['MARKED'])] };
}

/** The published data of a confidential place is the same in both worlds; everything else reveals which world it is. */
const fillingOf = (place: TwinPlace, declarations: Declarations): Filling => ({
  declarations,
  told: place.address,
  number: place.number,
  shared,
  fixed: {
    location: {
      name: `House ${place.index}`,
      location_type: 'physical',
      latitude: place.latitude,
      longitude: place.longitude,
    },
    address: {
      address_1: place.address,
      city: place.city,
      state_province: 'North Sumatra',
      country: 'ID',
      ...(place.secrecy === 'PUBLIC' && { address_type: 'physical' }),
    },
    phone: { number: `+62 61 555 ${1_000 + place.number * 100 + place.index}` },
    language: { code: languages[place.number % 4], name: languages[place.number % 4] },
  },
});

/** Records of the service that reveal the address by naming it. */
function elsewhere({ index, address }: TwinPlace, object: 'attribute' | 'metadata'): Json {
  const id = `${twinIds.location(index)}.addresses`;
  if (object === 'attribute') return { ...attribute(`${id}-named`, 'address', id, 'twin:note', `The gate of ${address}`) };
  return {
    id: `${id}-history`,
    resource_id: id,
    resource_type: 'address',
    last_action_date: '2020-01-10',
    last_action_type: 'update',
    field_name: 'address_1',
    previous_value: `Before ${address}`,
    replacement_value: address,
    updated_by: 'Somebody',
  };
}

const capacityOf = (id: string, available: number): Json => ({
  id: `${id}-p`,
  unit: { id: 'twin-bed', name: 'bed', scheme: 'haven', identifier: 'bed' },
  available,
  maximum: 8,
  description: 'Beds',
  updated: '2026-01-01T00:00:00Z',
});

const attribute = (id: string, entity: string, link: string, code: string, value: string): Json => ({
  id,
  link_entity: entity,
  link_id: link,
  value,
  taxonomy_term: { id: `twin-${code}`, code, name: code, description: code, taxonomy: 'haven' },
});
