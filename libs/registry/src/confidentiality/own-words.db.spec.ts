import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import { storeInAnyOrder } from '../any-order.fixture.js';
import { flatten } from '../hsds/flatten.js';
import type { HsdsRecord, JsonObject, JsonValue } from '../hsds/record.js';
import { readDirectory } from '../exchange/read-directory.js';
import { itemsOf, medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findService } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { publishWaiting } from '../publishing/publish-services.js';
import { storeRecords } from '../vault/store-records.js';

const secrets = ['Rahasia', '3.5951', '98.6722'];
const centre = centreOfCell(publicCellOf(medan));
const spots = ['location', 'address', 'service_at_location', 'service', 'organization'] as const;
type Spot = (typeof spots)[number];
type Words = { readonly [spot in Spot]?: JsonObject };

/** A service at one place, with the publisher's words wherever the test wants them. */
const spoken = (id: string, words: Words, more: JsonObject = {}): JsonObject => ({
  id: `s ${id}`,
  name: 'Shelter',
  status: 'active',
  organization: { id: `o ${id}`, name: 'O', description: 'd', ...words.organization },
  service_at_locations: [
    {
      id: `at ${id}`,
      description: 'Ring at Jalan Rahasia 77',
      location: {
        id: `l ${id}`,
        location_type: 'physical',
        name: 'House',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [
          { id: `a ${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical', ...words.address },
        ],
        ...words.location,
      },
      ...words.service_at_location,
    },
  ],
  ...words.service,
  ...more,
});

describe("a word of secrecy in a publisher's own property", () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-words-'));
    on = await openTestRegistry();
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  const found = async (texts: readonly string[] = secrets) => (await Promise.all(texts.map((text) => on.whereIs(text)))).flat();
  async function load(items: AsyncIterable<IncomingItem>, source = 's') {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, items, { source, onLine: (line) => lines.push(line) });
    return lines.filter(({ code }) => code.startsWith('SECRET_')).map(({ code, object, id, field }) => [code, object, id, field]);
  }
  const shownOf = async (id: string) => (await findService(on.registry, id))!;
  const expectHidden = async (id: string) => {
    expect(await shownOf(`s ${id}`)).toMatchObject({ confidential: true, locations: [{ ...centre, precision: 'AREA' }] });
    expect(await found()).toEqual([]);
  };
  const expectOpen = async (id: string) =>
    expect(await shownOf(`s ${id}`)).toMatchObject({ confidential: false, locations: [{ precision: 'EXACT' }] });
  async function exported(): Promise<string> {
    const records: HsdsRecord[] = [];
    for (const object of ['service', 'phone', 'contact', 'schedule', 'language', 'attribute', 'metadata'] as const)
      for await (const record of directorySource(on.registry).records(object)) records.push(record);
    return JSON.stringify(records);
  }

  it.each(spots)('hides each place that it leads to, for ever, and reports it: %s', async (spot) => {
    expect(await load(itemsOf(spoken(spot, { [spot]: { isPrivate: 'yes' } })))).toEqual([
      ['SECRET_SAID', spot, expect.stringContaining(spot), 'isPrivate'],
    ]);
    await expectHidden(spot);
    expect(await load(itemsOf(spoken(spot, { [spot]: { isPrivate: 'no' } })))).toEqual([]);
    await load(itemsOf(spoken(spot, {})), 'another');
    await expectHidden(spot);
  });

  it('counts what was read, not the tags that follow from it', async () => {
    const file = join(folder, 'counted.json');
    await writeFile(file, JSON.stringify([spoken('counted', { location: { private: 'yes' } })]));
    const summary = await loadDirectory(on.registry, readDirectory(file), { source: 's' });
    expect(Object.values(summary).every(({ unchanged }) => unchanged >= 0)).toBe(true);
    for (const { read, stored, unchanged, skipped } of Object.values(summary)) expect(stored + unchanged + skipped).toBe(read);
    await rm(file);
  });

  it('hides a place that only a clashing copy calls confidential', async () => {
    const first = { ...medan, id: 'l copy', location_type: 'physical', name: 'Another name' };
    await load(itemsOf(spoken('copy', { organization: { locations: [first] }, location: { confidential: 'yes' } })));
    await expectHidden('copy');
  });

  it.each(spots)('hides what was shown before: %s', async (spot) => {
    await load(itemsOf(spoken(`shown ${spot}`, {})));
    await expectOpen(`shown ${spot}`);
    await load(itemsOf(spoken(`shown ${spot}`, { [spot]: { do_not_publish: 'ask' } })));
    await expectHidden(`shown ${spot}`);
  });

  it('hides nothing if it is negated or about something else', async () => {
    const words = { location: { confidential: 'false', public: 'Yes', near_public_transport: 'no' }, service: { privately_funded: true } };
    expect(await load(itemsOf(spoken('open', words)))).toEqual([]);
    await expectOpen('open');
    await load(itemsOf(spoken('open', { location: { visibility: 'hidden' } })));
    await expectHidden('open');
  });

  const plain: readonly (readonly [Spot, JsonObject])[] = [
    ['location', { confidential: 'Confidential, not public' }],
    ['location', { is_private: 'private (not listed)' }],
    ['address', { hidden_from: 'public' }],
    ['location', { do_not_publish: 'all' }],
    ['location', { dirahasiakan: 'ya' }],
    ['location', { ที่อยู่ลับ: 'ใช่' }],
    ['address', { address_1: 'Jalan Rahasia 77, alamat dirahasiakan' }],
    ['address', { attention: 'Địa chỉ bảo mật' }],
    ['location', { is_confidental: 'yes' }],
    ['location', { description: 'This location is kept confidential for safety.' }],
    ['address', { address_1: 'Jalan Rahasia 77 CONFIDENTIAL' }],
    ['location', { tags: ['24h', 'private'] }],
    ['service', { sharing: 'none' }],
  ];
  it.each(plain.map(([spot, words], n) => [JSON.stringify(words), `plain ${n}`, spot, words] as const))(
    'hides the place: %s',
    async (_title, id, spot, words) => {
      await load(itemsOf(spoken(id, { [spot]: words })));
      await expectHidden(id);
    },
  );

  it.each(spots)('hides it whatever the order and batches of its records: %s', async (spot) => {
    await storeInAnyOrder(on, spot, (id) => spoken(id, { [spot]: { 'x-confidential': 'TRUE' } }), { look: expectHidden, runs: 4 });
  });

  /** More than one batch, so that a place is stored long before the word is read. */
  const many = Array.from({ length: 520 }, (_, n) => n);
  const tables: { readonly [file: string]: string } = {
    'locations.csv': `id,location_type,name,latitude,longitude\n${many
      .map((n) => `T${n},physical,House,${n === 0 ? `${medan.latitude},${medan.longitude}` : '5,95'}`)
      .join('\n')}\n`,
    'organizations.csv': 'id,name,description\nTO,O,d\n',
    'physical_addresses.csv': 'id,location_id,address_1,city,country,Confidential\nTA,T0,Jalan Rahasia 77,Medan,ID,true\n',
    'services.csv': 'id,name,status,organization_id\nTS,Shelter,active,TO\n',
    'services_at_location.csv': 'id,service_id,location_id\nTX,TS,T0\n',
  };
  it('never shows the place in between, in tables that are read in the order of their names', async () => {
    for (const [file, text] of Object.entries(tables)) await writeFile(join(folder, file), text);
    async function* watched(items: AsyncIterable<IncomingItem>): AsyncGenerator<IncomingItem> {
      let count = 0;
      for await (const item of items) {
        yield item;
        if (item.kind === 'record' && (count += 1) % 100 === 0) expect(await found()).toEqual([]);
      }
    }
    expect(await load(watched(readDirectory(folder)))).toEqual([['SECRET_SAID', 'address', 'TA', 'Confidential']]);
    expect(await shownOf('TS')).toMatchObject({ confidential: true });
    expect(await found()).toEqual([]);
  });

  describe('as an attribute', () => {
    const attribute = (label: string | null, term: string | null, value?: string): JsonObject => ({
      attributes: [
        {
          id: `v ${label} ${term} ${value}`,
          ...(label !== null && { label }),
          ...(term !== null && { taxonomy_term: { id: `t ${term}`, name: term, description: 'd' } }),
          ...(value !== undefined && { value }),
        },
      ],
    });
    it.each([
      ['Confidential', null, 'yes'],
      ['Do not publish', null, undefined],
      [null, 'Private address', undefined],
      [null, 'is_public', 'false'],
      [null, 'Visibility', 'hidden'],
    ] as const)('hides the place: label %s, term %s, value %s', async (label, term, value) => {
      const id = `attribute ${label} ${term}`;
      await load(itemsOf(spoken(id, { location: attribute(label, term, value) })));
      await expectHidden(id);
    });

    it.each([
      ['Confidential', null, 'no'],
      [null, 'Private schools', undefined],
      [null, 'Public housing', 'yes'],
      [null, 'Confidential HIV testing', undefined],
    ] as const)('hides nothing: label %s, term %s, value %s', async (label, term, value) => {
      const id = `offer ${label} ${term}`;
      await load(itemsOf(spoken(id, { service: attribute(label, term, value) })));
      await expectOpen(id);
      await load(itemsOf(spoken(id, { location: { hidden: true } })));
    });

    it('hides the place when its term comes later', async () => {
      const id = 'late term';
      const all = flatten('service', spoken(id, { location: attribute(null, 'Secret location') })).records.map(({ record }) => record);
      const terms = all.filter(({ object }) => object === 'taxonomy_term');
      const rest = all.filter((record) => !terms.includes(record));
      for (const records of [rest, terms])
        await on.registry.transaction((tx) => storeRecords(tx, { source: 's', deferredBy: null }, records));
      await publishWaiting(on.registry);
      await expectHidden(id);
    });
  });

  describe('on a record that is no place', () => {
    const number = '+62 61 555 0199';
    const parts = { languages: [{ id: 'lang', name: 'Bahasa Sunyi', code: 'id' }] };
    const hidden = [number, 'Bahasa Sunyi', 'Ibu Sunyi', 'Sunyi until nine'];
    const records: { readonly [list: string]: (id: string, words: JsonObject) => JsonValue } = {
      phones: (id, words) => [{ id: `r ${id}`, number, ...words, languages: [{ ...parts.languages[0]!, id: `lang ${id}` }] }],
      contacts: (id, words) => [{ id: `r ${id}`, name: 'Ibu Sunyi', ...words, phones: [{ id: `p ${id}`, number }] }],
      schedules: (id, words) => [{ id: `r ${id}`, description: 'Sunyi until nine', ...words }],
    };
    const lists = Object.keys(records);
    const expectSealed = async (id: string) => {
      const view = await shownOf(`s ${id}`);
      expect(view.phones).toEqual([]);
      expect(JSON.stringify(view)).not.toContain('Sunyi');
      expect(await found(hidden)).toEqual([]);
      expect(hidden.filter((text) => JSON.stringify(view).includes(text))).toEqual([]);
    };

    it.each(lists)('seals only that record, for ever: %s', async (list) => {
      const service = (id: string, words: JsonObject) => spoken(id, {}, { [list]: records[list]!(id, words) });
      const [line] = await load(itemsOf(service(list, { is_private: 'true' })));
      expect(line).toEqual(['SECRET_SAID', list.slice(0, -1), `r ${list}`, 'is_private']);
      await expectSealed(list);
      await expectOpen(list);
      await load(itemsOf(service(list, {})));
      await load(itemsOf(service(list, { is_private: 'false' })), 'another');
      await expectSealed(list);
      expect(await exported()).not.toMatch(/Sunyi|555 0199/);
    });

    it.each(lists)('hides what was published before: %s', async (list) => {
      const id = `told ${list}`;
      await load(itemsOf(spoken(id, {}, { [list]: records[list]!(id, {}) })));
      expect(await found(hidden)).not.toEqual([]);
      await load(itemsOf(spoken(id, {}, { [list]: records[list]!(id, { do_not_publish: 1 }) })), 'another');
      await expectSealed(id);
      await expectOpen(id);
    });

    it('seals it at a place, too, and the place stays public', async () => {
      const phones = records.phones!('at', { confidential: true });
      await load(itemsOf(spoken('phone at', { location: { phones } })));
      await expectSealed('phone at');
      await expectOpen('phone at');
    });

    it('hides the place if it is about the address', async () => {
      await load(itemsOf(spoken('by phone', { location: { phones: [{ id: 'p by', number: '1', address_confidential: 'yes' }] } })));
      expect(await shownOf('s by phone')).toMatchObject({ confidential: true });
    });

    it("can be Haven's own tag on it, too", async () => {
      const term = { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' };
      const tag = [{ id: 'v phone', value: 'secret', taxonomy_term: term }];
      await load(itemsOf(spoken('marked phone', {}, { phones: records.phones!('marked', { attributes: tag }) })));
      await expectSealed('marked phone');
    });

    it.each(lists)('seals it whatever the order and batches of its records: %s', async (list) => {
      await storeInAnyOrder(on, list, (id) => spoken(id, {}, { [list]: records[list]!(id, { hidden: 'Y' }) }), {
        look: expectSealed,
        runs: 4,
      });
    });
  });
});
