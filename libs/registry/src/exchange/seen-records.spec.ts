import { describe, expect, it } from '@jest/globals';
import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { SeenRecords } from './seen-records.js';

const record = (id: string, properties: JsonObject = {}): HsdsRecord => ({ object: 'phone', id, properties, links: [], references: [] });

describe('SeenRecords', () => {
  it('distinguishes new, same and other, also after it has grown', () => {
    const seen = new SeenRecords();
    for (let id = 0; id < 20_000; id++) expect(seen.note(record(`${id}`, { number: id }))).toBe('new');
    for (let id = 0; id < 20_000; id += 7) {
      expect(seen.note(record(`${id}`, { number: id }))).toBe('same');
      expect(seen.note(record(`${id}`, { number: -1 }))).toBe('other');
      expect(seen.has('phone', `${id}`)).toBe(true);
      expect(seen.has('contact', `${id}`)).toBe(false);
    }
  });

  it('does not mind the order of properties, or where the record is linked', () => {
    const seen = new SeenRecords();
    seen.note(record('1', { a: 1, b: { c: 2, d: 3 } }));
    const link = { parentObject: 'service', parentId: 's', property: 'phones', position: 0 } as const;
    expect(seen.note({ ...record('1', { b: { d: 3, c: 2 }, a: 1 }), links: [link] })).toBe('same');
    expect(seen.note({ ...record('1', { a: 1, b: { c: 2, d: 3 } }), references: [{ property: 'x', object: 'unit', id: 'u' }] })).toBe(
      'other',
    );
  });
});
