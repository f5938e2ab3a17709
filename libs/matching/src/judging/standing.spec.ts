import { describe, expect, it } from '@jest/globals';
import { LegalStatus, unknownRule, personOf } from '@haven/kernel';
import fc from 'fast-check';
import type { Provider, Spot } from './candidate.js';
import { judge } from './judge.js';
import type { MatchRequest } from '../request/request.js';
import { seenWith, standingIn } from './standing.js';

const status = fc.option(fc.constantFrom(...Object.values(LegalStatus)));
const country = fc.option(fc.constantFrom('ID', 'MY', 'TH'));

describe('a legal status', () => {
  it('applies in its own country only, but statelessness applies everywhere', () => {
    fc.assert(
      fc.property(status, country, country, (legalStatus, where, statusIn) => {
        const party = [{ ...personOf('WOMAN', 30), legalStatus, statusIn }] as const;
        const [seen] = seenWith(standingIn(where, party), party);
        const holds = where !== null && where === statusIn;
        const expected = holds || legalStatus === 'STATELESS' || legalStatus === 'UNKNOWN' ? legalStatus : null;
        expect(seen).toEqual({ ...party[0], legalStatus: expected });
      }),
    );
  });

  it('is judged again at each place of a service', () => {
    const refugee = { ...personOf('WOMAN', 30), legalStatus: 'REFUGEE' as const, statusIn: 'ID' };
    const judged = judge({ ...request, party: [refugee] }, { category: 'LEGAL', beds: null, member: 0, for: null, interpreter: null })(
      forCitizens,
      [spot('ID'), spot('MY'), spot(null)],
    );
    expect(judged.map(({ failed }) => failed.map(({ code }) => code))).toEqual([['NOT_ADMITTED_LEGAL_STATUS'], [], []]);
    expect(judged.map(({ asks }) => asks.some(({ code }) => code === 'ASK_LEGAL_STATUS_OF_PERSON'))).toEqual([false, true, true]);
  });
});

const request: Omit<MatchRequest, 'party'> = {
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  languages: ['id'],
  avoid: [],
  maxDistanceMeters: 100_000,
  border: 'ASK',
  at: new Date('2026-11-24T12:00:00Z'),
  first: 4,
};
const forCitizens: Provider = {
  serviceId: 's',
  version: 1,
  status: 'ACTIVE',
  organizationId: 'o',
  categories: ['LEGAL'],
  languages: ['id'],
  admission: { ...unknownRule, legalStatuses: ['CITIZEN'] },
  coversOrigin: 'YES',
  beds: null,
  hours: [],
} as unknown as Provider;
const spot = (where: string | null): Spot =>
  ({
    serviceId: 's',
    locationId: String(where),
    meters: 1,
    position: { latitude: 0, longitude: 0 },
    country: where,
    within: true,
    countryFits: true,
    active: true,
    cell: null,
  }) as unknown as Spot;
