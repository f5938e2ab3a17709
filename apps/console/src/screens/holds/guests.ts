import type { Speech } from '../../i18n/messages';
import type { Gender } from '../../app/party/party';

/** A member of a party as a hold stores them. */
export interface Guest {
  readonly gender: Gender;
  readonly ageBand: 'INFANT' | 'CHILD' | 'TEENAGER' | 'ADULT' | 'OLDER' | 'UNKNOWN';
}

/** In digits, which all readers of the interface know; a range stays on one line (U+2060). */
const bands: Readonly<Record<Exclude<Guest['ageBand'], 'UNKNOWN'>, string>> = {
  INFANT: '0\u2060–\u20602',
  CHILD: '3\u2060–\u206012',
  TEENAGER: '13\u2060–\u206017',
  ADULT: '18\u2060–\u206059',
  OLDER: '60+',
};

const childOf = { WOMAN: 'GIRL', MAN: 'BOY', UNDISCLOSED: 'CHILD' } as const;

/** Describes a member: "Girl, 3–12". */
export function guestText(t: Speech['t'], { gender, ageBand }: Guest): string {
  if (ageBand === 'UNKNOWN') return t('party.someoneUnknown', { who: t(`gender.${gender}`) });
  const isChild = gender in childOf && ageBand !== 'ADULT' && ageBand !== 'OLDER';
  const who = t(`gender.${isChild ? childOf[gender as keyof typeof childOf] : gender}`);
  return t('party.someone', { who, age: bands[ageBand] });
}
