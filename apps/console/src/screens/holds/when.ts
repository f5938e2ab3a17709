import { clockFor } from '../../app/clock/zone-of-country';
import type { Speech } from '../../i18n/messages';

/** The texts and formats that a time needs. */
type TimeTexts = Pick<Speech, 't' | 'format'>;

/** A time today without its date, another with its weekday; by the clock of the place, and by the reader's if it differs. */
export function timeText({ t, format }: TimeTexts, at: string, country: string | null | undefined, now: number): string {
  const instant = new Date(at);
  const clock = clockFor(country, instant);
  const zone = clock.whose === 'place' ? clock.zone : undefined;
  const isToday = format.day(instant, zone) === format.day(new Date(now), zone);
  const tell = (where?: string) => (isToday ? format.time(instant, where) : format.dateTime(instant, where));
  return zone === undefined ? tell() : t('holds.timeThere', { there: tell(zone), here: tell() });
}
