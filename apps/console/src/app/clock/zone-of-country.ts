/** A time zone's distance from UTC at an instant, like "GMT+07:00". */
function offsetAt(zone: string | undefined, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset', ...(zone === undefined ? {} : { timeZone: zone }) });
  return parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
}

/** All zones of a country; none where the browser does not know. */
function zonesOf(country: string): readonly string[] {
  try {
    const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
      getTimeZones?(): string[];
      readonly timeZones?: string[];
    };
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    return [];
  }
}

/** Whose clock a time is told by. */
export type ClockOf =
  | { readonly whose: 'everybody' }
  | { readonly whose: 'place'; readonly zone: string }
  /** Of the device: the place may have another time. */
  | { readonly whose: 'reader' };

/**
 * By which clock to tell a time about a place in a country. A country with several times at once is told by the reader's own, and so is
 * an unknown one: an hour wrong is worse than an hour to be converted.
 */
export function clockFor(country: string | null | undefined, instant: Date, ownZone?: string): ClockOf {
  const zones = country ? zonesOf(country) : [];
  const offsets = new Set(zones.map((zone) => offsetAt(zone, instant)));
  if (offsets.size !== 1) return { whose: 'reader' };
  if (offsets.has(offsetAt(ownZone, instant))) return { whose: 'everybody' };
  return { whose: 'place', zone: zones[0]! };
}
