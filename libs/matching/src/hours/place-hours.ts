import type { Schedule } from '@haven/events';
import { canonicalJson, type Position } from '@haven/kernel';
import { type OpeningHours, openingHoursOf } from './opening-hours.js';
import { placeZone } from './place-zone.js';

/** Hours of one place by their kind; null: not known. */
export interface HoursByKind {
  readonly visit: OpeningHours | null;
  readonly intake: OpeningHours | null;
  readonly phone: OpeningHours | null;
}

/** Hours that some places of a service share. */
export interface PlaceHours extends HoursByKind {
  /** Ids of the places; null: all places. */
  readonly places: readonly string[] | null;
}

/** The public facts about a place: of a confidential one the middle of its public cell. */
export interface KnownPlace {
  readonly id: string;
  /** Null: not known. */
  readonly position: Position | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** The hours of a service at its places, in the form of the read model. Places without hours are left out. */
export function placeHoursOf(schedules: readonly Schedule[], places: readonly KnownPlace[]): PlaceHours[] {
  if (schedules.length === 0) return [];
  const found = new Map<string, { hours: HoursByKind; places: string[] }>();
  for (const place of places) {
    const hours = hoursOf(schedules, place);
    const key = canonicalJson(hours);
    const same = found.get(key) ?? { hours, places: [] };
    same.places.push(place.id);
    found.set(key, same);
  }
  const isOne = found.size === 1;
  const known = [...found.values()].filter(({ hours }) => Object.values(hours).some((kind) => kind !== null));
  return known.map(({ hours, places: ids }) => ({ places: isOne ? null : ids.sort(), ...hours }));
}

/** The most schedules of a place. With more, nobody could follow the hours, and each question about the place would be slow. */
const schedulesMost = 300;

function hoursOf(schedules: readonly Schedule[], place: KnownPlace): HoursByKind {
  const zone = placeZone(place.position, place.country);
  const ofKind = (kind: Schedule['kind']): OpeningHours | null => {
    const all = schedules.filter((schedule) => schedule.kind === kind);
    const there = all.filter(({ locationId }) => locationId === place.id);
    const decisive = there.length > 0 ? there : all.filter(({ locationId }) => locationId === null);
    return decisive.length > schedulesMost ? null : openingHoursOf(decisive, zone);
  };
  return { visit: ofKind('VISIT'), intake: ofKind('INTAKE'), phone: ofKind('PHONE') };
}

const notKnown: HoursByKind = { visit: null, intake: null, phone: null };

/** The hours at one place of a service. */
export const hoursAt = (all: readonly PlaceHours[], placeId: string): HoursByKind =>
  all.find(({ places }) => places === null || places.includes(placeId)) ?? notKnown;
