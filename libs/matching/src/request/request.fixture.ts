import { personOf } from '@haven/kernel';
import type { MatchRequest } from './request.js';

/** A woman in Indonesia, within 100 km. */
export const plainRequest: MatchRequest = {
  origin: { latitude: 0, longitude: 0 },
  originCountry: 'ID',
  needs: [],
  party: [personOf('WOMAN', 30)],
  languages: ['km'],
  avoid: [],
  maxDistanceMeters: 100_000,
  border: 'CLOSED',
  at: new Date('2026-11-24T00:00:00Z'),
  first: 10,
};
