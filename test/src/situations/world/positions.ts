import { known } from '../words/phrases.js';

/** A town of the situations. */
export interface Town {
  readonly country: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Hours that its clock is ahead of UTC, the same all year. */
  readonly clock: number;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Far from each other and from all places of the demo directory. */
const towns: Readonly<Record<string, Town>> = {
  'the harbour': { country: 'ID', city: 'Tual', latitude: -5.64, longitude: 132.75, clock: 9 },
  'the dry town': { country: 'ID', city: 'Kupang', latitude: -10.17, longitude: 123.6, clock: 8 },
  'the river town': { country: 'TH', city: 'Ubon', latitude: 15.24, longitude: 104.85, clock: 7 },
  'the border town': { country: 'TH', city: 'Kolok', latitude: 6.03, longitude: 101.967, clock: 7 },
  'the town beyond the border': { country: 'MY', city: 'Rantau', latitude: 5.95, longitude: 102.03, clock: 8 },
  'the island': { country: 'PH', city: 'Legazpi', latitude: 13.14, longitude: 123.74, clock: 8 },
  'the big city': { country: 'AU', city: 'Perth', latitude: -31.95, longitude: 115.86, clock: 8 },
  'the valley': { country: 'BD', city: 'Rangpur', latitude: 25.74, longitude: 89.27, clock: 6 },
  'the beach town': { country: 'VN', city: 'Da Nang', latitude: 16.05, longitude: 108.2, clock: 7 },
};

/** Directions as parts of a circle, from the north. */
const directions = { north: [1, 0], east: [0, 1], south: [-1, 0], west: [0, -1] } as const;

const kilometresPerDegree = 111.2;
const form = /^(?:([\d.]+) km (\w+) of )?(the .+)$/;

/** The town of "the harbour" or "4 km north of the harbour". */
export const townOf = (text: string): Town => known(towns, form.exec(text)?.[3] ?? text);

/** The point that is meant. */
export function pointOf(text: string): Point {
  const [, km = '0', direction = 'north'] = form.exec(text) ?? [];
  const { latitude, longitude } = townOf(text);
  const [north, east] = known<readonly [number, number]>(directions, direction);
  const degrees = Number(km) / kilometresPerDegree;
  return {
    latitude: latitude + north * degrees,
    longitude: longitude + (east * degrees) / Math.cos((latitude * Math.PI) / 180),
  };
}

/** Reads "5 km around the harbour". */
export function circleOf(text: string): { readonly center: Point; readonly radiusKm: number } {
  const [, km, where] = /^([\d.]+) km around (.+)$/.exec(text) ?? [];
  if (km === undefined) throw new Error(`Not an area: "${text}". Say "5 km around the harbour".`);
  return { center: pointOf(where!), radiusKm: Number(km) };
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const hour = 3_600_000;

/** The last time before now at which clocks of a town showed "Wednesday 00:30". */
export function instantOf(text: string, { clock }: Town, now = Date.now()): Date {
  const [, day = '', hours, minutes] = /^(\w+) (\d\d):(\d\d)$/.exec(text) ?? [];
  const weekday = days.indexOf(day);
  if (weekday < 0) throw new Error(`Not a time: "${text}". Say "Wednesday 00:30".`);
  const local = new Date(now + clock * hour);
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  const back = (local.getUTCDay() - weekday + 7) % 7;
  const at = midnight - back * 24 * hour + Number(hours) * hour + Number(minutes) * 60_000 - clock * hour;
  return new Date(at > now ? at - 7 * 24 * hour : at);
}
