import { describe, expect, it } from '@jest/globals';
import { unknownRule, personOf } from '@haven/kernel';
import type { Gender } from '@haven/kernel';
import { judgeBeds } from './judge-beds.js';
import type { MatchRequest } from '../request/request.js';

const known = (gender: Gender) => ({
  ...personOf(gender, 30),
  legalStatus: 'REFUGEE' as const,
  nationality: 'KH',
  exploitation: ['LABOUR' as const],
});
const request: MatchRequest = {
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  party: [known('WOMAN'), known('MAN')],
  languages: ['km'],
  avoid: [],
  maxDistanceMeters: 100_000,
  border: 'CLOSED',
  at: new Date('2026-11-24T00:00:00Z'),
  first: 4,
};
const roomFor = (gender: Gender, free: number) => ({
  free,
  admits: {
    ...unknownRule,
    persons: [{ genders: [gender], minimumAge: null, maximumAge: null, accompaniedOnly: false }],
    legalStatuses: ['REFUGEE' as const],
    nationalities: ['KH'],
    exploitation: ['LABOUR' as const],
  },
});

const roomOfAges = (minimumAge: number, maximumAge: number, free: number) => {
  const { admits } = roomFor('WOMAN', free);
  return { free, admits: { ...admits, persons: [{ genders: null, minimumAge, maximumAge, accompaniedOnly: false }] } };
};

describe('judgeBeds', () => {
  it('counts the beds that the rooms need if fewer were requested', () => {
    const rooms = [roomFor('WOMAN', 1), roomFor('MAN', 2)];
    expect(judgeBeds(request, 1, rooms, unknownRule, [])).toEqual({
      rules: rooms.map(({ admits }) => [unknownRule, admits]),
      ...{ free: 3, needed: 2, failed: [], open: [], apart: [] },
      taken: [
        { pool: 0, beds: 1 },
        { pool: 1, beds: 1 },
      ],
    });
  });

  it('names the number of requested beds if there is no room', () => {
    const { needed, failed } = judgeBeds(request, 1, [roomFor('WOMAN', 1), roomFor('MAN', 0)], unknownRule, []);
    expect({ needed, failed }).toMatchObject({ needed: 1, failed: [{ code: 'NO_BEDS', data: { free: 1, needed: 1 } }] });
  });

  it('counts no bed in a room that takes nobody of the party', () => {
    const woman = { ...request, party: [known('WOMAN')] as const };
    const { free, failed } = judgeBeds(woman, 1, [roomFor('WOMAN', 0), roomFor('MAN', 9)], unknownRule, []);
    expect({ free, failed }).toMatchObject({ free: 0, failed: [{ code: 'NO_BEDS', data: { free: 0, needed: 1 } }] });
    expect(judgeBeds(woman, 1, [roomFor('MAN', 9), roomFor('WOMAN', 2)], unknownRule, [])).toMatchObject({
      free: 2,
      taken: [{ pool: 1, beds: 1 }],
    });
  });

  it('names the children who would sleep without an adult of their party', () => {
    const child = { ...known('WOMAN'), age: 6 };
    const rooms = [roomOfAges(18, 99, 2), roomOfAges(0, 17, 2)];
    const apartIn = (pools: typeof rooms) => judgeBeds({ ...request, party: [known('WOMAN'), child] }, 2, pools, unknownRule, []).apart;
    expect(apartIn(rooms)).toEqual([1]);
    expect(apartIn([...rooms, roomOfAges(0, 99, 2)])).toEqual([]);
  });
});
