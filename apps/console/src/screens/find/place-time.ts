import { clockFor } from '../../app/clock/zone-of-country';
import type { Format } from '../../i18n/format';
import { useSpeech } from '../../i18n/messages';

/** The local time of an instant at a place, and whose clock that is, if it matters. */
export function usePlaceTime(): (instant: string, country: string | null | undefined, form?: 'time' | 'dayTime' | 'dateTime') => string {
  const { t, format } = useSpeech();
  return (instant, country, form = 'time') => {
    const at = new Date(instant);
    const clock = clockFor(country, at);
    const write = (zone?: string) => (format[form] as Format['time'])(at, zone);
    if (clock.whose === 'everybody') return write();
    return clock.whose === 'place' ? t('find.time.there', { time: write(clock.zone) }) : t('find.time.here', { time: write() });
  };
}
