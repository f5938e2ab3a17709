import type { Speech } from '../../../i18n/messages';
import type { Counts, Room } from '../ledger/ledger';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A count that is older than this is stale, as in the API. */
const staleMilliseconds = day;

/** An age in our own words: browsers lack some of our languages. */
export function ageText(t: Speech['t'], milliseconds: number): string {
  if (milliseconds < minute) return t('beds.age.now');
  if (milliseconds < hour) return t('beds.age.minutes', { count: Math.floor(milliseconds / minute) });
  if (milliseconds < day) return t('beds.age.hours', { count: Math.floor(milliseconds / hour) });
  return t('beds.age.days', { count: Math.floor(milliseconds / day) });
}

/** Roles that count; other roles and unknown ones have no text. */
const roles = ['PROVIDER', 'COORDINATOR'] as const;

/** When a room was last counted, and by whom. */
export function lastCountText(
  t: Speech['t'],
  { confirmedAt, countedBy }: Room,
  now: number,
): { readonly text: string; readonly isOld: boolean } {
  if (confirmedAt === null) return { text: t('beds.uncounted'), isOld: true };
  const age = now - Date.parse(confirmedAt);
  const ago = ageText(t, age);
  const role = roles.find((one) => one === countedBy);
  const text = role ? t('beds.countedBy', { ago, who: t(`role.${role}`) }) : t('beds.counted', { ago });
  return { text, isOld: age >= staleMilliseconds };
}

/** The counts of a room in one line. */
export function countsText(t: Speech['t'], { total, occupied, outOfService }: Counts): string {
  return outOfService > 0 ? t('beds.countsWithOut', { total, occupied, out: outOfService }) : t('beds.counts', { total, occupied });
}

/** Names for the rooms of a shelter: directories often give all of them the same name. */
export function namesOf(rooms: readonly Room[]): ReadonlyMap<string, string> {
  const isShared = ({ name }: Room) => rooms.filter((room) => room.name === name).length > 1;
  const before = (room: Room) => rooms.slice(0, rooms.indexOf(room)).filter(({ name }) => name === room.name).length;
  return new Map(rooms.map((room) => [room.id, isShared(room) ? `${room.name} ${before(room) + 1}` : room.name]));
}

/** Beds that are free now. */
export const freeOf = ({ total, occupied, outOfService }: Counts, held: number): number =>
  Math.max(0, total - occupied - outOfService - held);
