import { describe, expect, it } from '@jest/globals';
import { havenCode, havenTerm } from './haven-attributes.js';
import { plainMark, plainTerm } from './haven-marks.js';
import { ownerKindOf } from './hsds/owner-kind.js';
import type { HsdsRecord, JsonObject } from './hsds/record.js';

const terms = new Map([
  ['tv', havenCode.visibility],
  ['tc', havenCode.publicCell],
  ['tx', 'other'],
]);
const atPlace = { parentObject: 'location', parentId: 'L', property: 'attributes', position: 0 } as const;
const attribute = (properties: JsonObject, term = 'tv', links: HsdsRecord['links'] = [atPlace]): HsdsRecord => ({
  object: 'attribute',
  id: 'v',
  properties,
  links,
  references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: term }],
});
const cell = '85652353fffffff';

describe('plainMark', () => {
  it.each([
    [{ value: 'confidential', label: 'Jalan 5' }, { value: 'CONFIDENTIAL' }],
    [
      { value: 'secret', link_id: 'L', link_entity: 'Location' },
      { value: 'CONFIDENTIAL', link_id: 'L', link_entity: 'Location' },
    ],
    [{ value: true, link_id: 'Jalan 5', link_entity: 'Jalan 5' }, { value: 'CONFIDENTIAL' }],
    [{}, { value: 'CONFIDENTIAL' }],
    [
      { value: ' public', label: 'x' },
      { value: 'PUBLIC', label: 'x' },
    ],
  ] as [JsonObject, JsonObject][])('%j is kept as %j', (given, kept) =>
    expect(plainMark(attribute(given), terms).properties).toEqual(kept),
  );

  it('keeps a cell, and leaves alone what is none, no mark, or a cell of something else', () => {
    expect(plainMark(attribute({ value: cell, label: 'Jalan 5' }, 'tc'), terms).properties).toEqual({ value: cell });
    const atService = { ...atPlace, parentObject: 'service' } as const;
    for (const other of [
      attribute({ value: '3.59, 98.67', label: 'x' }, 'tc'),
      attribute({ value: 'secret' }, 'tx'),
      attribute({ value: cell, label: 'x' }, 'tc', [atService]),
    ])
      expect(plainMark(other, terms)).toBe(other);
  });

  it('keeps of one that stands on something else nothing more either', () => {
    const given = attribute({ value: 'secret', label: 'Jalan 5' }, 'tv', [{ ...atPlace, parentObject: 'service' }]);
    expect(plainMark(given, terms)).toMatchObject({ properties: { value: 'CONFIDENTIAL' }, links: given.links });
    expect(plainMark(given, terms).properties).not.toHaveProperty('label');
  });

  it('gives it our term and its place when it has none that anybody knows', () => {
    const given = attribute({ value: 'x', link_id: ' L ', link_entity: 'Standort' }, 'Haven:Visibility', []);
    expect(plainMark(given, terms)).toMatchObject({ links: [atPlace], references: [{ id: havenTerm(havenCode.visibility).id }] });
  });
});

describe('plainTerm', () => {
  it.each([
    [{ name: 'haven:visibility' }, 't', havenCode.visibility],
    [{ code: ' Haven:Visibility ' }, 't', havenCode.visibility],
    [{ name: 'x' }, 'haven:public-cell', havenCode.publicCell],
    [{ code: 'x' }, 't', 'x'],
  ])('%j of id %s has the code %s', (properties, id, code) =>
    expect(plainTerm({ object: 'taxonomy_term', id, properties, links: [], references: [] }).properties.code).toBe(code),
  );
});

describe('ownerKindOf', () => {
  it.each([
    ['location', 'location'],
    ['Locations', 'location'],
    ['data/location.csv', 'location'],
    ['ServiceAtLocation', 'service_at_location'],
    ['service at locations', 'service_at_location'],
    ['addresses', 'address'],
    ['Standort', null],
    ['', null],
    [7, null],
  ])('%j is %s', (name, kind) => expect(ownerKindOf(name)).toBe(kind));
});
