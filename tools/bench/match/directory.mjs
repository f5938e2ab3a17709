// An invented directory of any size, the same for the same seed: cities of different weight, each surrounded by services.
import { unknownRule } from '@haven/kernel';
import { randomOf } from '@haven/test/reference/requests/random';

const cities = [
  [3.58, 98.67],
  [-6.2, 106.82],
  [13.75, 100.5],
  [16.71, 98.57],
  [11.56, 104.92],
  [14.6, 120.98],
  [23.81, 90.41],
  [6.93, 79.85],
  [3.14, 101.69],
  [21.03, 105.85],
  [16.84, 96.17],
  [27.71, 85.32],
];
const categories = ['ACCOMMODATION', 'LEGAL', 'MEDICAL', 'PSYCHOSOCIAL', 'MATERIAL_ASSISTANCE', 'INTERPRETATION', 'EDUCATION'];
const languages = ['id', 'th', 'km', 'my', 'bn', 'si', 'ta', 'ne', 'vi', 'en', 'fil', 'ms'];
const clause = (part) => ({ genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false, ...part });
const rules = [
  unknownRule,
  { ...unknownRule, persons: [clause({ genders: ['WOMAN'], minimumAge: 18 }), clause({ maximumAge: 12, accompaniedOnly: true })] },
  { ...unknownRule, persons: [clause({ genders: ['MAN'], minimumAge: 18 })] },
  { ...unknownRule, persons: [clause({ maximumAge: 17 })], referralRequired: true },
  { ...unknownRule, nationalities: ['KH', 'MM', 'BD'], pregnancy: true },
];

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A point within about `spread` degrees of one of the first `count` cities. */
export function pointNearCity(random, count, spread = 0.6) {
  const [latitude, longitude] = cities[Math.floor(random() ** 2 * count)];
  return { latitude: latitude + (random() - 0.5) * 2 * spread, longitude: longitude + (random() - 0.5) * 2 * spread };
}

/** Events of `count` services, in the form of registry and capacity. `cityCount` 1: all of them around one city. */
export function* directory(count, cityCount, now) {
  const random = randomOf(20_261_124).next;
  for (let i = 0; i < count; i += 1) {
    const service = serviceOf(random, `s${i}`, cityCount);
    yield { service: { service, publicCells: {}, serviceArea: null, capacities: [] }, beds: bedsOf(random, service, now) };
  }
}

function serviceOf(random, id, cityCount) {
  const { latitude, longitude } = pointNearCity(random, cityCount);
  const text = 'Made up for a measurement; nobody works here. '.repeat(4);
  return {
    id,
    name: `Service ${id}`,
    alternateName: null,
    description: text,
    status: random() < 0.95 ? 'ACTIVE' : 'INACTIVE',
    categories: [...new Set([pick(random, categories), ...(random() < 0.3 ? [pick(random, categories)] : [])])],
    organization: { id: `o${Math.floor(random() * 1_500)}`, name: 'Organization' },
    locations: [{ id: `${id}-0`, name: null, latitude, longitude, precision: 'EXACT', address: text, city: null, country: null }],
    languages: [pick(random, languages), pick(random, languages)],
    admission: pick(random, rules),
    phones: [],
    url: null,
    email: null,
    confidential: false,
    verifiedAt: null,
    version: 1,
    hsds: { id, name: `Service ${id}`, description: text, interpretation_services: text },
  };
}

function bedsOf(random, { id, categories: [...offered], admission }, now) {
  if (!offered.includes('ACCOMMODATION') || random() < 0.2) return null;
  const confirmedAt = new Date(now.getTime() - random() * 3 * 86_400_000).toISOString();
  const total = 4 + Math.floor(random() * 20);
  const occupied = random() < 0.4 ? total : Math.floor(random() * total);
  const free = total - occupied;
  const pool = {
    id: `${id}-pool`,
    serviceId: id,
    name: 'Room',
    admits: admission,
    total,
    occupied,
    held: 0,
    outOfService: 0,
    free,
    version: 1,
  };
  const status = free > 0 ? 'CAPACITY' : 'NO_CAPACITY';
  return {
    serviceId: id,
    organizationId: 'o',
    country: null,
    free,
    total,
    status,
    confirmedAt,
    sequence: 1,
    pools: [{ ...pool, confirmedAt }],
  };
}
