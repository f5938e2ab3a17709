import { describe, expect, it } from '@jest/globals';
import type { MatchQuestion } from './match-question.js';
import { readRequest } from './read-request.js';
import { askedFor } from './request.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const around = {
  now: new Date('2026-11-24T00:00:00Z'),
  placeById: (id: string) => (id === 'known' ? { id, name: 'Medan', region: null, country: 'ID', ...medan } : null),
};
const good: MatchQuestion = {
  origin: { point: medan },
  needs: [{ category: 'LEGAL' }],
  person: { gender: 'WOMAN', age: 24, languages: ['khm'] },
};
const square = [
  { latitude: 0, longitude: 0 },
  { latitude: 0, longitude: 1 },
  { latitude: 1, longitude: 1 },
  { latitude: 1, longitude: 0 },
];
const bowTie = [square[0]!, square[2]!, square[1]!, square[3]!];
const circle = { center: medan, radiusKm: 1 };
const person = good.person;
const girl = { ...person, age: 9, languages: ['vi'] };

const pathsOf = (changes: object): string[] => {
  const read = readRequest({ ...good, ...changes }, around);
  return read.ok ? [] : read.error.fields.map(({ path }) => path);
};

describe('readRequest', () => {
  it.each<[string, object, string[]]>([
    ['a latitude past the pole', { origin: { point: { latitude: 90.1, longitude: 0 } } }, ['origin.point.latitude']],
    ['a longitude past the antimeridian', { origin: { point: { latitude: 0, longitude: -180.1 } } }, ['origin.point.longitude']],
    ['no origin', { origin: {} }, ['origin']],
    ['two origins', { origin: { point: medan, placeId: 'known' } }, ['origin']],
    ['an unknown place', { origin: { placeId: 'nowhere' } }, ['origin.placeId']],
    ['age -1', { person: { ...person, age: -1 } }, ['person.age']],
    ['age 200', { companions: [person, { ...person, age: 200 }] }, ['companions.1.age']],
    [
      'two of one id',
      {
        person: { ...person, id: 'a' },
        companions: [
          { ...person, id: 'b' },
          { ...person, id: 'a' },
        ],
      },
      ['companions.1.id'],
    ],
    [
      'a carer who is not there',
      { person: { ...person, carerId: 'b' }, companions: [{ ...person, carerId: 'c' }] },
      ['person.carerId', 'companions.0.carerId'],
    ],
    ['an age that is known and is not', { person: { ...person, mayBeMinor: true } }, ['person.mayBeMinor']],
    ['no need', { needs: [] }, ['needs']],
    [
      'an interpreter of no language',
      { needs: [{ category: 'INTERPRETATION', interpreter: { language: 'xx' } }] },
      ['needs.0.interpreter.language'],
    ],
    [
      'an interpreter of too many organizations',
      { needs: [{ category: 'LEGAL', interpreter: { language: 'km', notOrganizationIds: Array.from({ length: 51 }, String) } }] },
      ['needs.0.interpreter.notOrganizationIds'],
    ],
    ['cursors of more needs than there are', { after: [null, null] }, ['after']],
    ['a cursor of somebody else', { after: ['abc'] }, ['after.0']],
    ['a need of nobody', { needs: [{ category: 'LEGAL', for: 'girl' }] }, ['needs.0.for']],
    ['a need of a nameless girl', { companions: [girl], needs: [{ category: 'LEGAL', for: '' }] }, ['needs.0.for']],
    ['beds for nobody', { needs: [{ category: 'ACCOMMODATION', for: 'girl' }] }, ['needs.0.for']],
    [
      'a need of the person twice',
      { person: { ...person, id: 'p' }, needs: [{ category: 'LEGAL', for: 'p' }, { category: 'LEGAL' }] },
      ['needs.1.category'],
    ],
    [
      'beds twice, whoever they are for',
      { companions: [{ ...girl, id: 'g' }], needs: [{ category: 'ACCOMMODATION' }, { category: 'ACCOMMODATION', for: 'g' }] },
      ['needs.1.category'],
    ],
    ['a need twice', { needs: [{ category: 'LEGAL' }, { category: 'MEDICAL' }, { category: 'LEGAL' }] }, ['needs.2.category']],
    ['beds for advice', { needs: [{ category: 'LEGAL', beds: 2 }] }, ['needs.0.beds']],
    ['no beds', { needs: [{ category: 'ACCOMMODATION', beds: 0 }] }, ['needs.0.beds']],
    ['21 companions', { companions: Array.from({ length: 21 }, () => person) }, ['companions']],
    ['a polygon of two corners', { avoid: [{ polygon: square.slice(0, 2) }] }, ['avoid.0.polygon']],
    [
      'a polygon of 101 corners',
      { avoid: [{ polygon: Array.from({ length: 101 }, (_, i) => ({ latitude: Math.sin(i / 16), longitude: Math.cos(i / 16) })) }] },
      ['avoid.0.polygon'],
    ],
    ['a polygon that crosses itself', { avoid: [circle, { polygon: bowTie }] }, ['avoid.1.polygon']],
    ['a polygon that is closed', { avoid: [{ polygon: [...square, square[0]!] }] }, ['avoid.0.polygon']],
    ['a polygon that is a line', { avoid: [{ polygon: [square[0]!, square[1]!, { latitude: 0, longitude: 2 }] }] }, ['avoid.0.polygon']],
    [
      'a polygon around the Earth',
      { avoid: [{ polygon: [0, 120, -120].map((longitude) => ({ latitude: 0, longitude })) }] },
      ['avoid.0.polygon'],
    ],
    [
      'a corner off the Earth',
      { avoid: [{ polygon: [...square.slice(1), { latitude: 91, longitude: 0 }] }] },
      ['avoid.0.polygon.3.latitude'],
    ],
    ['an area of both kinds', { avoid: [{ ...circle, polygon: square }] }, ['avoid.0']],
    ['an area of no kind', { avoid: [{}] }, ['avoid.0']],
    ['a circle without radius', { avoid: [{ center: medan }] }, ['avoid.0']],
    ['a circle of radius 0', { avoid: [{ center: medan, radiusKm: 0 }] }, ['avoid.0.radiusKm']],
    ['no language', { person: { ...person, languages: [] } }, ['person.languages']],
    ['a language that does not exist', { person: { ...person, languages: ['km', 'xq'] } }, ['person.languages.1']],
    ['a malformed language', { person: { ...person, languages: ['english please'] } }, ['person.languages.0']],
    ['a companion’s language', { companions: [{ ...person, languages: ['qqq'] }] }, ['companions.0.languages.0']],
    ['the language "undetermined"', { person: { ...person, languages: ['und'] } }, ['person.languages.0']],
    ['a country that does not exist', { person: { ...person, nationality: 'QQ' } }, ['person.nationality']],
    ['a country of three letters', { person: { ...person, nationality: 'KHM' } }, ['person.nationality']],
    ['distance 0', { maxDistanceKm: 0 }, ['maxDistanceKm']],
    ['distance 2001', { maxDistanceKm: 2000.1 }, ['maxDistanceKm']],
    ['first 0', { first: 0 }, ['first']],
    ['first 51', { first: 51 }, ['first']],
    ['a time long ago', { at: new Date('1999-12-31T23:59:59Z') }, ['at']],
    ['a time far ahead', { at: new Date('2100-01-01T00:00:00Z') }, ['at']],
    ['several at once', { first: 0, maxDistanceKm: -1, person: { ...person, age: 121 } }, ['person.age', 'maxDistanceKm', 'first']],
  ])('refuses %s', (_, changes, paths) => expect(pathsOf(changes)).toEqual(paths));

  it('refuses nine needs', () => {
    const needs = [
      'ACCOMMODATION',
      'MEDICAL',
      'LEGAL',
      'PSYCHOSOCIAL',
      'EDUCATION',
      'EMPLOYMENT',
      'REPATRIATION',
      'REINTEGRATION',
      'INTERPRETATION',
    ];
    expect(pathsOf({ needs: needs.map((category) => ({ category })) })).toEqual(['needs']);
    expect(pathsOf({ needs: needs.slice(1).map((category) => ({ category })) })).toEqual([]);
  });

  it.each([
    { maxDistanceKm: 2000, first: 50, person: { ...person, age: 120, nationality: 'kh' } },
    { avoid: [circle, { polygon: square }], companions: Array.from({ length: 20 }, () => person) },
    { origin: { placeId: 'known' }, person: { ...person, age: 0, languages: ['zh-Hant', 'rhg', 'iw'] } },
    {
      avoid: [
        {
          polygon: [
            { latitude: -1, longitude: 179 },
            { latitude: -1, longitude: -179 },
            { latitude: 1, longitude: -179 },
            { latitude: 1, longitude: 179 },
          ],
        },
      ],
    },
  ])('takes %j', (changes) => expect(pathsOf(changes)).toEqual([]));

  it('fills in the defaults and canonical values', () => {
    const read = readRequest({ ...good, needs: [{ category: 'ACCOMMODATION' }], companions: [person] }, around);
    expect(read).toMatchObject({
      ok: true,
      value: {
        originCountry: 'ID',
        languages: ['km'],
        maxDistanceMeters: 100_000,
        first: 10,
        at: around.now,
        border: 'CLOSED',
        needs: [{ beds: 2 }],
      },
    });
  });

  it.each([
    [{ crossBorder: false }, 'CLOSED'],
    [{ crossBorder: true }, 'ASK'],
    [{ crossBorder: true, person: { ...person, legalStatus: 'RESIDENT' } }, 'OPEN'],
    [{ crossBorder: true, person: { ...person, legalStatus: 'REFUGEE' } }, 'ASK'],
    [{ crossBorder: true, person: { ...person, legalStatus: 'ASYLUM_SEEKER' } }, 'ASK'],
    [
      { crossBorder: true, person: { ...person, legalStatus: 'REFUGEE' }, companions: [{ ...person, legalStatus: 'UNDOCUMENTED' }] },
      'NO_PAPERS',
    ],
    [{ crossBorder: true, person: { ...person, legalStatus: 'STATELESS' } }, 'NO_PAPERS'],
    [{ crossBorder: false, person: { ...person, legalStatus: 'UNDOCUMENTED' } }, 'NO_PAPERS'],
    [{ companions: [{ ...person, legalStatus: 'STATELESS' }] }, 'NO_PAPERS'],
  ] as const)('%j: the border is %s', (changes, border) => {
    expect(readRequest({ ...good, ...changes } as MatchQuestion, around)).toMatchObject({ ok: true, value: { border } });
  });

  it('takes the country of the origin for that of a legal status, unless the request gives another one', () => {
    const companions = [{ ...person, legalStatus: 'CITIZEN' as const, legalStatusIn: 'kh' }];
    expect(readRequest({ ...good, companions }, around)).toMatchObject({
      ok: true,
      value: { party: [{ statusIn: 'ID' }, { statusIn: 'KH' }] },
    });
    expect(pathsOf({ companions: [{ ...person, legalStatusIn: 'Cambodia' }] })).toEqual(['companions.0.legalStatusIn']);
  });

  it('finds whom each need is for; several people may have a need of one category', () => {
    const needs = [
      { category: 'LEGAL', for: 'g' },
      { category: 'LEGAL', for: null },
      { category: 'LEGAL', for: 'b' },
      { category: 'ACCOMMODATION', for: 'g' },
    ] as const;
    const companions = [
      { ...girl, id: 'g' },
      { ...girl, id: 'b' },
    ];
    const named = readRequest({ ...good, person: { ...person, id: 'p' }, companions, needs }, around);
    expect(named.ok && named.value.needs.map(({ member, for: id, beds }) => [member, id, beds])).toEqual([
      [1, 'g', null],
      [0, 'p', null],
      [2, 'b', null],
      [0, null, 3],
    ]);
    expect(readRequest(good, around)).toMatchObject({ value: { needs: [{ member: 0, for: null }] } });
  });

  it('asks in the languages of who needs it', () => {
    const needs = [{ category: 'LEGAL', for: 'g' } as const, { category: 'LEGAL' } as const];
    const read = readRequest({ ...good, companions: [{ ...girl, id: 'g' }], needs }, around);
    expect(read.ok && read.value.needs.map((need) => askedFor(read.value, need).languages)).toEqual([['vi'], ['km']]);
  });

  it('finds who cares for whom', () => {
    const companions = [
      { ...person, carerId: 'c' },
      { ...person, id: 'c', carerId: 'p' },
    ];
    const read = readRequest({ ...good, person: { ...person, id: 'p' }, companions }, around);
    expect(read.ok && read.value.party.map(({ carer }) => carer)).toEqual([null, 2, 0]);
  });
});
