import type { Point } from '../reference/contract-types.js';
import { randomOf } from '../reference/requests/random.js';
import type { Random } from '../reference/requests/random.js';

/** Medan is beside Binjai, in the same country: answers mix both. */
const cities = [
  { name: 'Medan', latitude: 3.5952, longitude: 98.6722 },
  { name: 'Binjai', latitude: 3.6001, longitude: 98.4854 },
];
const categories = ['ACCOMMODATION', 'ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL'];
const languages = ['id', 'en', 'km', 'my'];

/** A directory of HSDS 3.1 services around two cities, half of them confidential. Each service is the same however many there are. */
export function manyServices(services: number): string {
  const lines = Array.from({ length: services }, (_, index) => JSON.stringify(serviceOf(index)));
  return `${lines.join('\n')}\n`;
}

function serviceOf(index: number): object {
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
    service_at_locations: [{ id: `${id}-at`, service_id: id, location_id: `${id}-l`, location: locationOf(index) }],
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

function locationOf(index: number): object {
  const { latitude, longitude, confidential, address } = placeOf(index);
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

function placeOf(index: number): Point & { confidential: boolean; address: string } {
  const random = randomOf(5_000 + index);
  const city = cities[index % cities.length]!;
  const confidential = random.chance(0.5);
  const around = (middle: number) => middle + (random.next() - 0.5) * 0.4;
  const position = { latitude: around(city.latitude), longitude: around(city.longitude) };
  return { ...position, confidential, address: `${100 + index} First Lane` };
}
