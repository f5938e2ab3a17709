import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import type { Point } from '../reference/contract-types.js';
import { randomOf } from '../reference/random.js';
import type { Random } from '../reference/random.js';

const resolution = 5;
/** Medan lies beside Binjai, in the same country: answers mix both. */
const cities = [
  { name: 'Medan', latitude: 3.5952, longitude: 98.6722 },
  { name: 'Binjai', latitude: 3.6001, longitude: 98.4854 },
];
const categories = ['ACCOMMODATION', 'ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL'];
const languages = ['id', 'en', 'km', 'my'];

/** Where each confidential place is: in its cell, elsewhere in its cell, or in the cell beside it. */
export type World = 'first' | 'moved within the cell' | 'moved to another cell';

/** A directory of HSDS 3.1 services around two cities; the worlds differ in nothing but the exact confidential places. */
export function twinDirectory(world: World, services = 60): string {
  const lines = Array.from({ length: services }, (_, index) => JSON.stringify(serviceOf(index, world)));
  return `${lines.join('\n')}\n`;
}

/** All exact confidential positions and addresses of a world, which must show nowhere. */
export const confidentialPlaces = (world: World, services = 60): readonly (Point & { readonly address: string })[] =>
  Array.from({ length: services }, (_, index) => placeOf(index, world)).filter((place) => place.confidential);

function serviceOf(index: number, world: World): object {
  const random = randomOf(9_000 + index);
  const id = `twin-${index}`;
  const category = categories[index % categories.length]!;
  return {
    id,
    name: `Twin service ${index}`,
    description: 'Invented for a test.',
    status: 'active',
    organization: { id: `twin-o${index % 12}`, name: `Twin organization ${index % 12}`, description: 'Invented for a test.' },
    languages: random.some(languages, 2).map((code) => ({ id: `${id}-${code}`, service_id: id, code, name: code })),
    service_at_locations: [{ id: `${id}-at`, service_id: id, location_id: `${id}-l`, location: locationOf(index, world) }],
    attributes: [attribute(`${id}-c`, 'service', id, 'haven:category', category)],
    ...(category === 'ACCOMMODATION' && { capacities: [capacityOf(id, random)] }),
  };
}

function capacityOf(id: string, random: Random): object {
  const unit = { id: 'twin-bed', name: 'bed', scheme: 'haven', identifier: 'bed' };
  return {
    id: `${id}-p`,
    service_id: id,
    unit,
    available: random.whole(0, 6),
    maximum: 8,
    description: 'Beds',
    updated: '2026-01-01T00:00:00Z',
  };
}

function locationOf(index: number, world: World): object {
  const { latitude, longitude, confidential, address } = placeOf(index, world);
  const id = `twin-${index}-l`;
  const city = cities[index % cities.length]!.name;
  return {
    id,
    location_type: 'physical',
    name: `House ${index}`,
    description: `Behind ${address}`,
    latitude,
    longitude,
    addresses: [
      {
        id: `${id}-a`,
        location_id: id,
        address_1: address,
        city,
        state_province: 'North Sumatra',
        postal_code: '00000',
        country: 'ID',
        address_type: 'physical',
      },
    ],
    ...(confidential && { attributes: [attribute(`${id}-v`, 'location', id, 'haven:visibility', 'CONFIDENTIAL')] }),
  };
}

function attribute(id: string, entity: string, link: string, code: string, value: string): object {
  return {
    id,
    link_entity: entity,
    link_id: link,
    value,
    taxonomy_term: { id: `twin-${code}`, code, name: code, description: code, taxonomy: 'haven' },
  };
}

function placeOf(index: number, world: World): Point & { confidential: boolean; address: string } {
  const random = randomOf(5_000 + index);
  const city = cities[index % cities.length]!;
  const confidential = random.chance(0.5);
  const first = { latitude: city.latitude + (random.next() - 0.5) * 0.4, longitude: city.longitude + (random.next() - 0.5) * 0.4 };
  if (!confidential || world === 'first') return { ...first, confidential, address: `${100 + index} First Lane` };
  const cell = latLngToCell(first.latitude, first.longitude, resolution);
  const target = world === 'moved to another cell' ? gridDisk(cell, 1).find((other) => other !== cell)! : cell;
  return { ...pointOf(target, random), confidential, address: `${900 + index * 7} Other Street, back yard` };
}

/** Another point of a cell, as far from the centre as a few throws bring it. */
function pointOf(cell: string, random: Random): Point {
  const [latitude, longitude] = cellToLatLng(cell);
  const throws = Array.from({ length: 40 }, () => ({
    latitude: latitude + (random.next() - 0.5) * 0.2,
    longitude: longitude + (random.next() - 0.5) * 0.2,
  }));
  const inside = throws.filter((point) => latLngToCell(point.latitude, point.longitude, resolution) === cell);
  const reach = (point: Point) => Math.hypot(point.latitude - latitude, point.longitude - longitude);
  return inside.reduce((far, point) => (reach(point) > reach(far) ? point : far));
}
