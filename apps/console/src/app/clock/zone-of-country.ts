/** A time zone's distance from UTC at an instant, like "GMT+07:00". */
function offsetAt(zone: string | undefined, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset', ...(zone === undefined ? {} : { timeZone: zone }) });
  return parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
}

/** All time zones of a country; empty if the browser does not know them. */
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

/** Whose clock the page shows a time by. */
export type ClockOf =
  | { readonly whose: 'everybody' }
  | { readonly whose: 'place'; readonly zone: string }
  /** The device's clock: the place may have another time. */
  | { readonly whose: 'reader' };

/**
 * The clock for a time at a place in a country. If a country has several times at once, or is unknown, the page shows the reader's own
 * time: a time that is an hour wrong is worse than a time to convert.
 */
export function clockFor(country: string | null | undefined, instant: Date, ownZone?: string): ClockOf {
  const zones = country ? zonesOf(country) : [];
  const offsets = new Set(zones.map((zone) => offsetAt(zone, instant)));
  if (offsets.size !== 1) return { whose: 'reader' };
  if (offsets.has(offsetAt(ownZone, instant))) return { whose: 'everybody' };
  return { whose: 'place', zone: zones[0]! };
}
