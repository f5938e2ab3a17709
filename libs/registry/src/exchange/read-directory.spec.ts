import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDirectory } from './read-directory.js';

async function orderOf(files: { readonly [name: string]: string }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'haven-order-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const order: string[] = [];
  for await (const item of readDirectory(folder)) if (item.kind === 'record') order.push(item.record.object);
  await rm(folder, { recursive: true });
  return order;
}

/** A load is many transactions, and an export or a crash may fall between two. */
describe('what says that a place is confidential comes before the place', () => {
  it('in a folder of CSV', async () => {
    const order = await orderOf({
      'addresses.csv': 'id,location_id,address_1\na,l,Secret Street 1\n',
      'attributes.csv': 'id,link_id,link_entity,value,taxonomy_term_id\nv,l,location,CONFIDENTIAL,t\n',
      'locations.csv': 'id,location_type,latitude,longitude\nl,physical,3.5,98.6\n',
      'taxonomy_terms.csv': 'id,code,name\nt,haven:visibility,haven:visibility\n',
    });
    expect(order).toEqual(['attribute', 'taxonomy_term', 'address', 'location']);
  });

  it('in a JSON document', async () => {
    const term = { id: 't', code: 'haven:visibility', name: 'haven:visibility' };
    const place = { id: 'l', location_type: 'physical', attributes: [{ id: 'v', value: 'CONFIDENTIAL', taxonomy_term: term }] };
    const service = { id: 's', name: 'Shelter', status: 'active', service_at_locations: [{ id: 'at', location: place }] };
    const order = await orderOf({ 'service.json': JSON.stringify(service) });
    expect(order.slice(0, 2).sort()).toEqual(['attribute', 'taxonomy_term']);
    expect(order).toHaveLength(5);
  });
});
