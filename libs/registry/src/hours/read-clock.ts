import { type JsonRecord, numberOf, textOf } from '../reading/json-record.js';
import { offsetOfHours, readOffset, type TimeOfDay } from './read-times.js';

/** The clock of a schedule's times: an IANA name or an offset; null if the schedule names none. Contradictions are unclear. */
export function readClock(schedule: JsonRecord, times: readonly TimeOfDay[]): { readonly clock: string | null } | 'UNCLEAR' {
  const timezone = textOf(schedule, 'timezone');
  const stated = timezone === null ? null : statedClock(schedule, timezone);
  if (timezone !== null && stated === null) return 'UNCLEAR';
  const offsets = new Set(times.map(({ offset }) => offset));
  if (offsets.size > 1) return 'UNCLEAR';
  const [offset = null] = offsets;
  return stated !== null && offset !== null && isOffset(stated) && stated !== offset ? 'UNCLEAR' : { clock: stated ?? offset };
}

function statedClock(schedule: JsonRecord, timezone: string): string | null {
  const hours = numberOf(schedule, 'timezone');
  return hours === null ? (readOffset(timezone) ?? zoneNamed(timezone)) : offsetOfHours(hours);
}

const isOffset = (clock: string): boolean => /^[+-]/.test(clock);

function zoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
