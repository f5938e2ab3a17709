import { beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { expectBadInput } from './expectations.js';

const match = 'query ($input: MatchInput!) { match(input: $input) { needs { category matches { service { id } } } } }';
const medan = { latitude: 3.5952, longitude: 98.6722 };
const person = { gender: 'WOMAN', age: 24, languages: ['km'] };
const good = { origin: { point: medan }, needs: [{ category: 'LEGAL' }], person };
const square = [
  { latitude: 3, longitude: 98 },
  { latitude: 3, longitude: 99 },
  { latitude: 4, longitude: 99 },
  { latitude: 4, longitude: 98 },
];
const bowTie = [square[0]!, square[2]!, square[1]!, square[3]!];
const nine = [
  ...['ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL', 'MATERIAL_ASSISTANCE'],
  ...['INTERPRETATION', 'DOCUMENTATION', 'EDUCATION', 'EMPLOYMENT'],
].map((category) => ({ category }));
const many = (count: number) => Array.from({ length: count }, () => person);
const corners = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    latitude: 3 + Math.sin((index / count) * 2 * Math.PI),
    longitude: 98 + Math.cos((index / count) * 2 * Math.PI),
  }));

let system: System;
const send = async (input: unknown) =>
  ask<object>(system.url, { query: match, variables: { input }, token: await system.token('HOTLINE') });

beforeAll(() => {
  system = sharedSystem();
});

/** Name of the case, the replacement for a part of the good input, and the field that the answer must name. */
const refused: readonly [string, object, RegExp][] = [
  ['a latitude of 90.1', { origin: { point: { latitude: 90.1, longitude: 0 } } }, /origin.*latitude/],
  ['a longitude of -180.5', { origin: { point: { latitude: 0, longitude: -180.5 } } }, /origin.*longitude/],
  ['a latitude that is text', { origin: { point: { latitude: 'north', longitude: 0 } } }, /origin.*latitude/],
  ['an origin with nothing', { origin: {} }, /origin/],
  ['an origin with both point and place', { origin: { point: medan, placeId: 'x' } }, /origin/],
  ['a place that does not exist', { origin: { placeId: 'no-such-place' } }, /origin.*placeId/],
  ['an age of -1', { person: { ...person, age: -1 } }, /person.*age/],
  ['an age of 200', { person: { ...person, age: 200 } }, /person.*age/],
  ['an age that is text', { person: { ...person, age: 'young' } }, /person.*age/],
  ['an age of a companion of 121', { companions: [{ ...person, age: 121 }] }, /companions.*0.*age/],
  ['a gender that does not exist', { person: { ...person, gender: 'LADY' } }, /person.*gender/],
  ['no language', { person: { ...person, languages: [] } }, /person.*languages/],
  ['a language that does not exist', { person: { ...person, languages: ['xq'] } }, /person.*languages/],
  ['a language tag that is none', { person: { ...person, languages: ['not a tag!'] } }, /person.*languages/],
  ['a nationality that does not exist', { person: { ...person, nationality: 'XX' } }, /person.*nationality/],
  ['no need', { needs: [] }, /needs/],
  ['nine needs', { needs: nine }, /needs/],
  ['a need twice', { needs: [{ category: 'LEGAL' }, { category: 'LEGAL' }] }, /needs/],
  ['beds for a need without beds', { needs: [{ category: 'LEGAL', beds: 2 }] }, /needs.*beds/],
  ['zero beds', { needs: [{ category: 'ACCOMMODATION', beds: 0 }] }, /needs.*beds/],
  ['21 companions', { companions: many(21) }, /companions/],
  ['a polygon that crosses itself', { avoid: [{ polygon: bowTie }] }, /avoid.*polygon/],
  ['a polygon of two corners', { avoid: [{ polygon: square.slice(0, 2) }] }, /avoid.*polygon/],
  ['a polygon of 101 corners', { avoid: [{ polygon: corners(101) }] }, /avoid.*polygon/],
  ['a corner off the globe', { avoid: [{ polygon: [...square.slice(0, 3), { latitude: 91, longitude: 98 }] }] }, /avoid.*polygon/],
  ['an area to avoid of nothing', { avoid: [{}] }, /avoid/],
  ['an area that is circle and polygon', { avoid: [{ center: medan, radiusKm: 1, polygon: square }] }, /avoid/],
  ['a circle without radius', { avoid: [{ center: medan }] }, /avoid/],
  ['a negative radius', { avoid: [{ center: medan, radiusKm: -1 }] }, /avoid.*radiusKm/],
  ['a distance of 2001 km', { maxDistanceKm: 2001 }, /maxDistanceKm/],
  ['a negative distance', { maxDistanceKm: -1 }, /maxDistanceKm/],
  ['an instant without offset', { at: '2026-01-01T00:00:00' }, /at/],
  ['an instant that does not exist', { at: '2026-13-45T00:00:00Z' }, /at/],
  ['first of 51', { first: 51 }, /first/],
  ['first of 0', { first: 0 }, /first/],
  ['a field that does not exist', { colour: 'red' }, /input/],
];

describe('match refuses, naming the field,', () => {
  it.each(refused)('%s', async (_name, change, path) => {
    expectBadInput(await send({ ...good, ...change }), path);
  });

  it('but not the good input that the cases start from', async () => {
    const answer = await send({ ...good, companions: many(20), avoid: [{ polygon: square }, { center: medan, radiusKm: 1 }], first: 50 });
    expect(answer.errors).toEqual([]);
  });

  it('a polygon of 100 corners passes', async () => {
    expect((await send({ ...good, avoid: [{ polygon: corners(100) }] })).errors).toEqual([]);
  });
});
