import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { HsdsRecord } from '../../hsds/record.js';
import { readDirectory } from '../read-directory.js';

async function readCsv(name: string, text: string): Promise<HsdsRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'haven-variants-'));
  await writeFile(join(folder, name), text);
  const records: HsdsRecord[] = [];
  for await (const item of readDirectory(folder)) if (item.kind === 'record') records.push(item.record);
  await rm(folder, { recursive: true });
  return records;
}

const linksOf = (record: HsdsRecord | undefined): string[] =>
  (record?.links ?? []).map((link) => `${link.parentObject} ${link.parentId} ${link.property} ${link.position}`);

describe('CSV of HSDS 2.x and real publishers', () => {
  it('services with columns named after their table', async () => {
    const [service] = await readCsv(
      'services.csv',
      'service_recordid,service_name,service_organization,service_status,service_tag\n7,Shelter,3,Verified,x\n',
    );
    expect(service).toMatchObject({
      id: '7',
      properties: { name: 'Shelter', status: 'active', service_tag: 'x' },
      references: [{ property: 'organization', object: 'organization', id: '3' }],
    });
  });

  it('phones with several services in one cell, and 0 for none', async () => {
    const [phone] = await readCsv('phones.csv', 'id,service_id,location_id,number,Priority\n1,"5,6",0,12,main\n');
    expect(linksOf(phone)).toEqual(['service 5 phones 1', 'service 6 phones 1']);
    expect(phone!.properties).toEqual({ number: '12', Priority: 'main' });
  });

  it('rows without ids get ids from what is never secret: their owner and their position there', async () => {
    const idsOf = async (name: string, text: string) => (await readCsv(name, text)).map(({ id }) => id);
    const phones = (...numbers: string[]) => `id,location_id,number\n${numbers.map((number, row) => `,${row % 2},${number}\n`).join('')}`;
    const ids = await idsOf('phones.csv', phones('12', '12', '12'));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(3);
    expect(await idsOf('phones.csv', phones('77', '78', '79'))).toEqual(ids);
    expect((await idsOf('phones.csv', phones('12', '12')))[1]).toBe(ids[1]);
    const ofService = await idsOf('phones.csv', 'id,service_id,number\n,1,12\n,1,12\n,1,13\n');
    expect(ofService[0]).toBe(ofService[1]);
    expect(ofService[2]).not.toBe(ofService[0]);
  });

  it('distinguishes addresses of one place by their kind, whatever their content', async () => {
    const idOf = async (name: string, street: string) => (await readCsv(name, `location_id,address_1,city\n5,${street},Medan\n`))[0]!.id;
    expect(await idOf('physical_addresses.csv', 'Main St')).toBe(await idOf('physical_addresses.csv', 'High St'));
    expect(await idOf('physical_addresses.csv', 'Main St')).not.toBe(await idOf('postal_addresses.csv', 'Main St'));
  });

  it('schedules with day names and times of day', async () => {
    const [plain, odd] = await readCsv(
      'regular_schedules.csv',
      'id,service_id,weekday,opens_at,closes_at,dtstart\n1,5,Monday - Friday,9:30am,,\n2,5,Second Saturday,,,8:30AM\n',
    );
    expect(plain!.properties).toEqual({ weekday: 'Monday - Friday', byday: 'MO,TU,WE,TH,FR', freq: 'WEEKLY', opens_at: '09:30' });
    expect(odd!.properties).toEqual({ weekday: 'Second Saturday', freq: 'WEEKLY', opens_at: '08:30' });
  });

  it('schedules of a whole day, as real files write them', async () => {
    const [day, both] = await readCsv(
      'schedules.csv',
      'id,service_id,weekday,dtstart,until\n1,5,Sunday-Saturday,24 Hours,\n2,5,Sunday,24 hours,5:00PM\n',
    );
    expect(day!.properties).toMatchObject({ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '23:59' });
    expect(both!.properties).toMatchObject({ dtstart: '24 hours', closes_at: '17:00' });
  });

  it('attributes of services, terms and their taxonomies', async () => {
    const [attribute] = await readCsv('service_attributes.csv', 'id,service_id,taxonomy_term_id\n1,5,9\n');
    expect(linksOf(attribute)).toEqual(['service 5 attributes 1']);
    expect(attribute!.references).toEqual([{ property: 'taxonomy_term', object: 'taxonomy_term', id: '9' }]);
    const [term] = await readCsv(
      'taxonomy_terms.csv',
      'taxonomy_recordid,taxonomy_name,taxonomy_parent_name,taxonomy,taxonomy_id\n9,Shelter,8,4,rec1\n',
    );
    expect(term).toMatchObject({
      id: '9',
      properties: { name: 'Shelter', parent_id: '8', source_taxonomy_id: 'rec1' },
      references: [{ property: 'taxonomy_detail', id: '4' }],
    });
    const [old] = await readCsv('taxonomy.csv', 'id,name,parent_id,vocabulary\n1,Shelter,2,AIRS\n');
    expect(old).toMatchObject({ object: 'taxonomy_term', properties: { name: 'Shelter', parent_id: '2', taxonomy: 'AIRS' } });
  });

  it('addresses, accessibility and languages', async () => {
    const [address] = await readCsv('postal_addresses.csv', 'id,location_id,address_1\n1,5,Main St\n');
    expect(address!.properties).toEqual({ address_type: 'postal', address_1: 'Main St' });
    const accessibility = (word: string) =>
      readCsv(
        'accessibility_for_disabilities.csv',
        `id,location_id,accessibility,details\n10,1,,${word}\n10,2,,${word}\n10,3,Lift,\n10,3,,${word}\n`,
      );
    const [one, two, other, more] = await accessibility('Ramp');
    expect(new Set([one!.id, two!.id, other!.id, more!.id]).size).toBe(4);
    expect((await accessibility('Stairs')).map(({ id }) => id)).toEqual([one!.id, two!.id, other!.id, more!.id]);
    expect(other!.properties).toEqual({ description: 'Lift', source_id: '10' });
    const [language] = await readCsv('languages.csv', 'id,service_id,language\n1,5,Khmer\n');
    expect(language!.properties).toEqual({ name: 'Khmer' });
  });

  it('the official columns mean what HSDS 3.1 says', async () => {
    const [term] = await readCsv('taxonomy_terms.csv', 'id,name,taxonomy,taxonomy_id\n9,Shelter,AIRS,4\n');
    expect(term).toMatchObject({
      properties: { name: 'Shelter', taxonomy: 'AIRS' },
      references: [{ property: 'taxonomy_detail', id: '4' }],
    });
    const [metadata] = await readCsv('metadata.csv', 'id,resource_id,resource_type,field_name\n1,5,location,name\n');
    expect(linksOf(metadata)).toEqual(['location 5 metadata 1']);
    expect(metadata!.properties).toEqual({ resource_id: '5', resource_type: 'location', field_name: 'name' });
  });
});
