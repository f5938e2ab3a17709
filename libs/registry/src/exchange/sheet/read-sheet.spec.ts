import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../hsds/record.js';
import { readText as read } from './read-text.fixture.js';
import { sheetFields } from './sheet-headings.js';

const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([name]) => name !== 'id' && !name.startsWith('link_'));
  return Object.fromEntries(own.map(([name, one]) => [name, withoutIds(one)]));
};

describe('a sheet with one service in each row', () => {
  it('becomes services with everything that the row contains', async () => {
    const { services, lines } = await read(
      [
        'Name of service,Organisation,Type of service,Who can come?,Street address,City,Country,Lat,Long,Phone,Hotline,Languages spoken,Opening hours,Notes',
        'Night shelter,Safe Haven,Emergency shelter; Legal,Women and girls,1 High Street,Leeds,UK,53.8,-1.55,0113 496 0000,0808 157 0000,"English, Polish",Mon-Fri 9-5,Ask for Jo',
      ].join('\n'),
    );
    expect(withoutIds(services)).toMatchObject([
      {
        ...{ name: 'Night shelter', status: 'active', eligibility_description: 'Women and girls', Notes: 'Ask for Jo' },
        organization: { name: 'Safe Haven' },
        phones: [{ number: '0113 496 0000' }, { number: '0808 157 0000' }],
        languages: [{ name: 'English, Polish' }],
        schedules: [{ description: 'Mon-Fri 9-5' }],
        attributes: [{ taxonomy_term: { name: 'Emergency shelter' } }, { value: 'LEGAL', taxonomy_term: { code: 'haven:category' } }],
        service_at_locations: [
          { location: { latitude: 53.8, longitude: -1.55, addresses: [{ address_1: '1 High Street', city: 'Leeds', country: 'UK' }] } },
        ],
      },
    ]);
    expect(lines).toEqual(['SHEET_READ', 'COLUMN_UNKNOWN Notes']);
  });

  it('keeps the ids of rows that are edited or move, and ids that the publisher gives', async () => {
    const ids = async (...rows: string[]) => (await read(['Name,Agency,City,Phone', ...rows].join('\n'))).services.map(({ id }) => id);
    const [first, second] = await ids('A,X,Leeds,1', 'B,X,Leeds,2');
    expect(await ids('B,X,York,3', 'A,X,Leeds,4')).toEqual([second, first]);
    expect(new Set(await ids('A,X,Leeds,1', 'A,X,York,1')).size).toBe(2);
    const given = await read('Id,Name,City,Phone\ns-7,A,Leeds,1', 'our list.csv');
    expect(given.services.map(({ id }) => id)).toEqual(['s-7']);
  });

  it('keeps a word for secrecy, even if a column of the same name says no', async () => {
    const { services, lines } = await read('Name,City,Confidential,Confidential,Phone\nA,Leeds,yes,no,1\nB,York,,,2\n');
    expect(services[0]).toMatchObject({ Confidential: 'yes', Confidential_4: 'no' });
    expect(services[1]).not.toHaveProperty('Confidential');
    expect(lines).not.toContain('COLUMN_UNKNOWN Confidential');
  });

  it('is recognized by its header, even under the name of a table', async () => {
    expect((await read('Name,City,Phone\nA,Leeds,1', 'services.csv')).services).toHaveLength(1);
    const table = await read('id,name,organization_id,phone,city\n1,A,2,3,4', 'services.csv');
    expect(table.lines).not.toContain('SHEET_READ');
    expect((await read('a,b,c\n1,2,3')).lines).toEqual(['UNKNOWN_FILE']);
    expect(sheetFields(['Name', 'Colour', 'City'])).toBeNull();
  });

  it('refuses a row without a name, and skips empty ones', async () => {
    const { services, lines } = await read('Name,City,Phone\n,Leeds,1\n,,\nA,York,2\n');
    expect(services.map((service: JsonObject) => service['name'])).toEqual(['A']);
    expect(lines.filter((line) => line.startsWith('NAME'))).toEqual(['NAME_UNKNOWN name']);
  });
});
