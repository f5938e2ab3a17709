import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const categories = ['ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL', 'INTERPRETATION'];
const servicesPerOrganization = 4;

/** Writes that many invented HSDS 3.1 services, one on each line, with only one in memory at a time. */
export const writeServices = (file: string, count: number): Promise<void> =>
  pipeline(Readable.from(lines(count), { objectMode: true }), createWriteStream(file));

function* lines(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield `${JSON.stringify(serviceOf(index))}\n`;
}

/** How many objects of each kind such a directory has: `read` counts each occurrence, `stored` each object once. */
export function expectedCounts(count: number): Readonly<Record<string, { readonly read: number; readonly stored: number }>> {
  const each = { read: count, stored: count };
  const organizations = { read: count, stored: Math.ceil(count / servicesPerOrganization) };
  return {
    service: each,
    organization: organizations,
    location: each,
    service_at_location: each,
    language: each,
    attribute: each,
    taxonomy_term: { read: count, stored: 1 },
  };
}

function serviceOf(index: number): object {
  const id = `scale-${index}`;
  const organization = `scale-o${Math.floor(index / servicesPerOrganization)}`;
  return {
    id,
    organization_id: organization,
    name: `Generated service ${index}`,
    description: 'Invented for a test.',
    status: 'active',
    organization: { id: organization, name: `Generated organization ${organization}`, description: 'Invented for a test.' },
    languages: [{ id: `${id}-n`, service_id: id, code: 'id', name: 'Indonesian' }],
    service_at_locations: [{ id: `${id}-at`, service_id: id, location_id: `${id}-l`, location: locationOf(`${id}-l`, index) }],
    attributes: [categoryOf(id, categories[index % categories.length]!)],
  };
}

/** Spread evenly over South and South-East Asia, by two strides that share no factor with the number of places. */
const locationOf = (id: string, index: number): object => ({
  id,
  location_type: 'physical',
  name: `House ${index}`,
  latitude: -8 + ((index * 7_919) % 100_000) * 0.0003,
  longitude: 80 + ((index * 104_729) % 100_000) * 0.0005,
});

const categoryOf = (id: string, value: string): object => ({
  id: `${id}-c`,
  link_entity: 'service',
  link_id: id,
  value,
  taxonomy_term: { id: 'scale-category', code: 'haven:category', name: 'Need category', description: 'What for.', taxonomy: 'haven' },
});
