import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { flatten } from './flatten.js';
import { indexRecords, nest } from './nest.js';
import type { JsonObject } from './record.js';

const phone = { id: 'p', number: '1', languages: [{ id: 'l', name: 'Khmer' }] };
const service: JsonObject = {
  id: 's',
  name: 'Shelter',
  status: 'active',
  email: null,
  funding: [],
  mood: { kind: ['calm'] },
  phones: [{ id: 'q', number: '2' }, phone],
  organization: { id: 'o', name: 'Org', description: 'd', phones: [phone] },
  service_at_locations: [{ id: 'sal', location: { id: 'loc', location_type: 'physical', phones: [phone] } }],
};

const rebuild = (given: JsonObject): JsonObject => {
  const records = flatten('service', given).records.map((flat) => flat.record);
  const index = indexRecords(records);
  return nest(records[0]!, index);
};

describe('flatten', () => {
  it('makes one record of an object nested in several places', () => {
    const { records, problems } = flatten('service', service);
    const found = records.find((flat) => flat.record.object === 'phone' && flat.record.id === 'p')!;
    expect(found.reads).toBe(3);
    expect(found.record.links.map((link) => [link.parentObject, link.property, link.position])).toEqual([
      ['service', 'phones', 1],
      ['organization', 'phones', 0],
      ['location', 'phones', 0],
    ]);
    expect(problems).toEqual([]);
  });

  it('is reversed by nest, with nulls, empty lists and unknown properties', () => {
    expect(rebuild(service)).toEqual(service);
  });

  it('leaves a clashing copy out and reports it', () => {
    const { records, problems } = flatten('service', { ...service, contacts: [{ id: 'c', phones: [{ id: 'p', number: '3' }] }] });
    expect(problems).toEqual([{ action: 'skipped', code: 'DUPLICATE_ID', object: 'phone', id: 'p', field: 'number' }]);
    expect(records.find((flat) => flat.record.id === 'p')!.record.properties).toEqual({ number: '1' });
  });

  it('keeps the word "secret" of a clashing copy', () => {
    const copy = { id: 'loc', name: 'Another name', confidential: 'yes', is_public: 'no' };
    const { records } = flatten('service', {
      id: 's',
      organization: { id: 'o', name: 'Org', locations: [{ id: 'loc', name: 'House', is_public: 'yes' }] },
      service_at_locations: [{ id: 'sal', location: copy }],
    });
    const kept = records.find((flat) => flat.record.id === 'loc')!.record.properties;
    expect(kept).toEqual({ name: 'House', confidential: 'yes', is_public: 'no' });
  });

  it('joins parts that do not contradict each other', () => {
    const { records, problems } = flatten('service', {
      id: 's',
      phones: [{ id: 'p', number: '1' }],
      contacts: [{ id: 'c', phones: [{ id: 'p', type: 'fax' }] }],
    });
    expect(records.find((flat) => flat.record.id === 'p')!.record.properties).toEqual({ number: '1', type: 'fax' });
    expect(problems.map((problem) => problem.code)).toEqual(['CONTENTS_MERGED']);
  });

  it('turns the services of an organization into their reference, so that there is no cycle', () => {
    const { records } = flatten('organization', { id: 'o', name: 'Org', services: [{ id: 's', name: 'S' }] });
    expect(records[1]!.record).toEqual({
      object: 'service',
      id: 's',
      properties: { name: 'S' },
      links: [],
      references: [{ property: 'organization', object: 'organization', id: 'o' }],
    });
  });

  it('reads foreign keys like nesting', () => {
    const { records } = flatten('phone', { id: 'p', number: '1', location_id: 'loc', service_id: 7, contact_id: null });
    expect(records[0]!.record.links.map((link) => `${link.parentObject} ${link.parentId}`)).toEqual(['location loc', 'service 7']);
    expect(records[0]!.record.properties).toEqual({ number: '1', contact_id: null });
  });

  it('does not read inherited names', () => {
    const twice = { id: 'p', toString: 'x', number: '1' } as unknown as JsonObject;
    const { problems } = flatten('service', { id: 's', phones: [{ id: 'p', number: '1' }], contacts: [{ id: 'c', phones: [twice] }] });
    expect(problems.map((problem) => problem.code)).toEqual(['CONTENTS_MERGED']);
  });
});

const examples = fileURLToPath(new URL('../../../../../shared/hsds/examples/', import.meta.url));
const whenPresent = existsSync(examples) ? describe : describe.skip;

whenPresent('official HSDS 3.1 examples', () => {
  it('come back property by property', () => {
    const full = JSON.parse(readFileSync(`${examples}service_full.json`, 'utf8')) as JsonObject;
    expect(rebuild(full)).toEqual(full);
  });
});

describe('foreign keys inside nested objects', () => {
  const document: JsonObject = {
    id: 's',
    name: 'S',
    organization_id: 'o',
    organization: { id: 'o', name: 'O', description: 'd' },
    phones: [{ id: 'p', service_id: 's', number: '1', languages: [{ id: 'l', phone_id: 'p', code: 'en' }] }],
    service_at_locations: [{ id: 'at', service_id: 's', location_id: 'pl', location: { id: 'pl', location_type: 'physical' } }],
    attributes: [{ id: 'a', value: 'v', taxonomy_term_id: 't', taxonomy_term: { id: 't', name: 'T', description: 'd' } }],
  };
  const nested = (given: JsonObject): JsonObject => {
    const records = flatten('service', given).records.map(({ record }) => record);
    return nest(
      records.find(({ object }) => object === 'service')!,
      indexRecords(records),
    );
  };

  it('come back out, and nowhere else', () => {
    expect(nested(document)).toEqual(document);
    const { organization_id: _organization, ...bare } = document;
    const without = { ...bare, phones: [{ id: 'p', number: '1' }] };
    expect(nested(without)).toEqual(without);
  });
});
