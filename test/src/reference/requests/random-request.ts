import type { AskedArea, AskedNeed, ListedService, MatchRequest, Point } from '../contract-types.js';
import { aimedRequest } from './aimed-request.js';
import type { Ground } from './ground.js';
import { forSomebody, perhapsChildren } from './for-somebody.js';
import { withInterpreters } from './interpreter-wishes.js';
import { randomCompanion, randomPerson, withCarers } from './random-person.js';
import { untoldRequest } from './untold-request.js';
import { partedRequest } from './parted-request.js';
import { randomOf, type Random } from './random.js';
import { isPlaced } from '../matcher/place.js';
import { vincentyMeters } from '../geometry/vincenty.js';

/** Services that other specs add to a shared system for a while. */
const isOfAnotherSpec = ({ name }: ListedService): boolean => name.endsWith('(end-to-end)');

/** The places and categories of a listed directory. Sorted by name, because ids made during the run differ between runs. */
export function groundOf(listed: readonly ListedService[]): Ground {
  const services = listed.filter((service) => !isOfAnotherSpec(service)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const categories = [...new Set(services.flatMap((service) => service.categories))].sort();
  return { points: services.filter(isPlaced).flatMap((service) => service.locations), categories, services };
}

/** Organizations that interpret. */
const interpretersOf = ({ services }: Ground): string[] => [
  ...new Set(services.filter(({ categories }) => categories.includes('INTERPRETATION')).map(({ organization }) => organization.id)),
];

const fewShown = 8;

/** Many requests; every fourth wants only a few matches. */
export const randomRequests = (random: Random, ground: Ground, count: number): MatchRequest[] =>
  Array.from({ length: count }, (_, n) => {
    const usual = perhapsChildren(forSomebody(withInterpreters(randomRequest(random, ground), interpretersOf(ground), n), n), n);
    return {
      ...(seldomAt(n, ground) ?? usual),
      ...(n % 4 === 3 && { first: fewShown }),
      ...(n % 3 === 2 && { at: randomTime(random) }),
    };
  });

/** Requests that are rare by chance, each with its own seed: the others stay the same. */
function seldomAt(n: number, ground: Ground): MatchRequest | null {
  if (n % 10 === 5) return partedRequest(randomOf(n), ground);
  return n % 10 === 8 ? untoldRequest(randomOf(n), ground) : null;
}

/** Any minute of a year. */
const randomTime = (random: Random): string => new Date(Date.UTC(2027, 0) + random.whole(0, 365 * 1440 - 1) * 60_000).toISOString();

/** One request near a place of the ground; some at a service with rare rules. */
function randomRequest(random: Random, ground: Ground): MatchRequest {
  return (random.chance(0.35) ? aimedRequest(random, ground.services) : null) ?? wideRequest(random, ground);
}

function wideRequest(random: Random, ground: Ground): MatchRequest {
  const point = near(random, random.pick(ground.points), random.pick([0, 0.05, 0.5, 2]));
  const avoid = random.chance(0.45) ? Array.from({ length: random.whole(1, 3) }, () => randomArea(random, point, ground)) : undefined;
  const others = Array.from({ length: random.chance(0.5) ? 0 : random.whole(1, 5) }, () => randomCompanion(random));
  const [person, companions] = withCarers(random, randomPerson(random), others);
  return {
    origin: { point },
    needs: randomNeeds(random, ground),
    person,
    companions,
    ...(avoid && { avoid }),
    ...(random.chance(0.8) && { maxDistanceKm: randomReach(random, point, ground) }),
    ...(random.chance(0.5) && { crossBorder: random.chance(0.75) }),
    first: 50,
  };
}

function near(random: Random, point: Point, degrees: number): Point {
  const shift = () => (random.next() * 2 - 1) * degrees;
  const longitude = ((point.longitude + shift() + 540) % 360) - 180;
  return { latitude: Math.max(-89, Math.min(89, point.latitude + shift())), longitude };
}

function randomNeeds(random: Random, { categories }: Ground): AskedNeed[] {
  const others = random.some(categories, random.whole(1, 2)).filter((category) => category !== 'ACCOMMODATION');
  const stays = others.length === 0 || random.chance(0.7);
  const stay: AskedNeed = { category: 'ACCOMMODATION', ...(random.chance(0.25) && { beds: random.whole(1, 7) }) };
  return [...(stays ? [stay] : []), ...others.map((category) => ({ category }))];
}

/** Often exactly the distance of some place, or a millimetre less; but not where two right methods could round differently. */
function randomReach(random: Random, origin: Point, ground: Ground): number {
  const exact = vincentyMeters(origin, closeTo(random, origin, ground)) * 1000;
  const reach = (Math.round(exact) - random.pick([0, 0, 1])) / 1_000_000;
  const isSure = Math.abs(exact - Math.floor(exact) - 0.5) > 0.05;
  return random.chance(0.4) && isSure && reach > 0.1 && reach <= 2000 ? reach : random.pick([5, 20, 60, 150, 400, 900, 2000]);
}

/** One of the nearer places. */
function closeTo(random: Random, origin: Point, { points }: Ground): Point {
  const sample = random.some(points.slice(), 12);
  return sample.reduce((best, point) => (vincentyMeters(origin, point) < vincentyMeters(origin, best) ? point : best));
}

function randomArea(random: Random, origin: Point, ground: Ground): AskedArea {
  const other = closeTo(random, origin, ground);
  const center = random.chance(0.5) ? near(random, other, 0.3) : near(random, origin, 0.6);
  if (random.chance(0.5)) return { polygon: randomPolygon(random, center) };
  const exact = Math.round(vincentyMeters(center, other) * 1000) / 1_000_000;
  return { center, radiusKm: random.chance(0.3) && exact > 0.1 && exact < 300 ? exact : random.pick([1, 4, 12, 30, 90]) };
}

/** Corners by rising angle around a centre: never crosses itself. */
function randomPolygon(random: Random, center: Point): Point[] {
  const corners = random.whole(3, 9);
  const size = random.pick([0.03, 0.12, 0.4, 1]);
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((index + random.next() * 0.8) / corners) * 2 * Math.PI;
    const reach = size * (0.4 + 0.6 * random.next());
    const longitude = ((center.longitude + reach * Math.cos(angle) + 540) % 360) - 180;
    return { latitude: center.latitude + reach * Math.sin(angle), longitude };
  });
}
