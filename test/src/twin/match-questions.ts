import { anybodyThere, nearMedan } from '../reference/requests/near-medan.js';
import type { Point } from '../reference/contract-types.js';
import type { Random } from '../reference/requests/random.js';
import { vincentyMeters } from '../reference/geometry/vincenty.js';
import type { TwinPlace } from './twin-places.js';

const at = '2026-01-01T12:00:00Z';
const anybody = { gender: 'UNDISCLOSED', age: null, languages: ['en'] };
const needs = ['ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL'].map((category) => ({ category }));

/** The position of a confidential house in each of the worlds. */
export interface House {
  readonly first: TwinPlace;
  readonly second: TwinPlace;
}

/**
 * Questions whose answers are equal only if they depend on the cell: from the house of one world, within a distance that reaches it there
 * and not in the other world, with an area to avoid that contains one of the two, and without obstacles.
 */
export function aimedMatches({ first, second }: House): readonly object[] {
  const apart = vincentyMeters(first, second) / 1_000;
  return [first, second].flatMap((house) => {
    const origin = { point: pointOf(house) };
    const question = { at, origin, needs, person: anybody, first: 10 };
    return [
      { ...question, maxDistanceKm: 50 },
      ...[0.3, 0.6, 0.9].map((part) => ({ ...question, maxDistanceKm: Math.max(0.5, apart * part) })),
      { ...question, maxDistanceKm: 50, avoid: [{ center: pointOf(house), radiusKm: apart / 2 }] },
    ];
  });
}

const pointOf = ({ latitude, longitude }: Point): Point => ({ latitude, longitude });

/** Any question. */
export function randomMatch(random: Random): object {
  return {
    at,
    origin: { point: nearMedan(random, 0.6) },
    needs: [needs[0], ...random.some(needs.slice(1), random.whole(0, 3))],
    ...anybodyThere(random),
    first: random.pick([1, 3, 10]),
  };
}
