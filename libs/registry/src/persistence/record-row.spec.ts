import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { objectNames, type HsdsRecord, type JsonValue } from '../hsds/record.js';
import { propertiesOf, rowOf, scalarColumns } from './record-row.js';

const value = fc.jsonValue({ noUnicodeString: false }).map((json) => JSON.parse(JSON.stringify(json)) as JsonValue);

const record: fc.Arbitrary<HsdsRecord> = fc.constantFrom(...objectNames).chain((object) => {
  const declared = fc.constantFrom(...scalarColumns(object).map(({ name }) => name));
  const name = fc.oneof(
    declared,
    fc.string().filter((key) => key !== '__proto__' && key !== 'id'),
  );
  return fc.dictionary(name, value).map((properties) => ({ object, id: 'x', properties: { ...properties }, links: [], references: [] }));
});

describe('record ↔ row', () => {
  it('gives back exactly the properties that were given', () => {
    fc.assert(
      fc.property(record, (given) => {
        const stored = JSON.parse(JSON.stringify(rowOf(given, 's')));
        expect(propertiesOf(given.object, stored)).toStrictEqual({ ...given.properties });
      }),
    );
  });

  it('keeps a text in a number column and a null beside the columns', () => {
    const row = rowOf(
      { object: 'phone', id: 'p', properties: { number: '1', extension: '12 b', type: null }, links: [], references: [] },
      's',
    );
    expect(row).toMatchObject({ number: '1', haven_extra: { extension: '12 b', type: null } });
    expect(row.extension).toBeUndefined();
  });
});
