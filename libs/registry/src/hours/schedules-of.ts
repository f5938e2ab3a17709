import type { Schedule } from '@haven/events';
import { childOf, isRecord, type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { readSchedule, type ScheduleReading } from './read-schedule.js';
import { dayMinutes } from './read-times.js';

/** Ids of the confidential places among those of a service. */
export type Hidden = { has(placeId: string): boolean };

/**
 * Reads the schedules of a nested service record. A place has the schedules of the service at that place, else those of the service, else
 * its own. A confidential place's own schedules do not count: its opening hours could reveal it.
 */
export function schedulesOf(record: JsonRecord, hidden: Hidden): readonly ScheduleReading[] {
  const ties = listOf(record, 'service_at_locations');
  const own = listOf(record, 'schedules');
  const ofService = own.flatMap((schedule) => placesNaming(schedule, ties, hidden).map((place) => readSchedule(schedule, place)));
  return [...ofService, ...ties.flatMap((at) => schedulesAt(at, own.length > 0, hidden))];
}

/** A row of the table may name both service and place: then the schedule is the service's, at that place only. */
function placesNaming({ id }: JsonRecord, ties: readonly JsonRecord[], hidden: Hidden): readonly (string | null)[] {
  const places = ties.flatMap((at): JsonRecord[] => (isRecord(at.location) ? [at.location] : []));
  const naming = places.filter((place) => id !== undefined && listOf(place, 'schedules').some((schedule) => schedule.id === id));
  const ids = naming.flatMap((place) => textOf(place, 'id') ?? []).filter((placeId) => !hidden.has(placeId));
  return ids.length > 0 ? [...new Set(ids)] : [null];
}

function schedulesAt(at: JsonRecord, serviceHasSchedules: boolean, hidden: Hidden): ScheduleReading[] {
  const place = childOf(at, 'location');
  const id = place && textOf(place, 'id');
  if (id === null || hidden.has(id)) return [];
  const there = listOf(at, 'schedules');
  const open = there.length > 0 || serviceHasSchedules ? there : listOf(place!, 'schedules');
  return open.map((schedule) => readSchedule(schedule, id));
}

/** If a phone's description says only this, somebody answers it around the clock. */
const aroundTheClock =
  /^(?:(?:open|answered|available|staffed|hotline|helpline)[\s,:-]+)*(?:24\s*\/\s*7|24[\s-]*h(?:ou)?rs?(?:\s+a\s+day)?(?:,?\s+(?:7|seven)\s+days(?:\s+a\s+week)?)?|(?:a?round|all) the clock)\.?$/i;

/** The hours of phones that are always answered. Some directories can say so only in the phone's description. */
export function alwaysAnswered(phones: readonly JsonRecord[]): Schedule[] {
  if (!phones.some((phone) => aroundTheClock.test(textOf(phone, 'description') ?? ''))) return [];
  const always = { from: null, to: null, weekdays: [0, 1, 2, 3, 4, 5, 6], rule: null, ruleStart: null, clock: null };
  return [{ kind: 'PHONE', locationId: null, ...always, says: 'OPEN', opens: 0, closes: dayMinutes, isException: false }];
}
