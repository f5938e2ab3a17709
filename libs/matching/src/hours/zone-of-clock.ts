import { offsetMinutes } from './wall-clock.js';

/** The first day of each month of a year, to see the offsets that a zone has. */
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month));

/**
 * The zone that the times of a schedule are in. An offset that the place has at some time of the year means the clock on its wall,
 * with its daylight saving; another one means what it says. Null: the schedule says none, and that of the place is not known.
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

/** The same text for zones that have the same time all year. */
export const offsetsOver = (zone: string): string => offsetsOf(zone).join();
