import type { AskedArea, Point } from '../contract-types.js';
import { randomPerson } from './random-person.js';
import type { Random } from './random.js';

/** A point within half of `spread` degrees of the west of Medan. */
export const nearMedan = (random: Random, spread: number): Point => ({
  latitude: 3.6 + (random.next() - 0.5) * spread,
  longitude: 98.58 + (random.next() - 0.5) * spread,
});

/** The people of a request, their distance, and areas to avoid. */
export const anybodyThere = (random: Random): object => ({
  person: { ...randomPerson(random), nationality: null },
  maxDistanceKm: random.pick([2, 5, 8, 10, 12, 15, 20, 40]) + random.next(),
  ...(random.chance(0.5) && { avoid: [areaNearMedan(random)] }),
});

function areaNearMedan(random: Random): AskedArea {
  const center = nearMedan(random, 0.4);
  if (random.chance(0.5)) return { center, radiusKm: 0.5 + random.next() * 6 };
  const size = 0.01 + random.next() * 0.05;
  const corner = (x: number, y: number) => ({ latitude: center.latitude + y * size, longitude: center.longitude + x * size });
  return { polygon: [corner(-1, -1), corner(1, -1), corner(0.3, 1)] };
}
