import { offsetMinutes } from './wall-clock.js';

/** The first day of each month of a year, to find the offsets of a zone. */
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month));

/**
 * The zone of a schedule's times. If an offset occurs at the place at some time of the year, the local clock is meant, with its daylight
 * saving. Any other offset is taken literally. Null: the schedule gives none, and the zone of the place is unknown.
 */
export function zoneOfClock(clock: string | null, placeZone: string | null): string | null {
  if (clock === null || !/^[+-]/.test(clock)) return clock ?? placeZone;
  return placeZone !== null && offsetsOf(placeZone).includes(offsetMinutes(clock, 0)) ? placeZone : clock;
}

const offsets = new Map<string, readonly number[]>();

function offsetsOf(zone: string): readonly number[] {
  const known = offsets.get(zone) ?? months.map((month) => offsetMinutes(zone, month));
  offsets.set(zone, known);
  return known;
}

/** The same text for zones with the same time all year. */
export const offsetsOver = (zone: string): string => offsetsOf(zone).join();
