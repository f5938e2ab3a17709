import type { Party } from '../app/party/carers';
import { isMinor } from '../app/party/carers';
import type { Someone } from '../app/party/party';
import type { Speech } from '../i18n/messages';

/** The words for children. */
const childOf = { WOMAN: 'GIRL', MAN: 'BOY', UNDISCLOSED: 'CHILD' } as const;

/** Describes a person: "Woman, 24", "Boy, 3". */
export function personText(t: Speech['t'], one: Someone): string {
  const { gender, age, mayBeMinor } = one;
  const isChild = gender in childOf && isMinor(one);
  const who = t(`gender.${isChild ? childOf[gender as keyof typeof childOf] : gender}`);
  if (age !== null) return t('party.someone', { who, age });
  return mayBeMinor && !isChild ? t('party.someoneMinor', { who }) : t('party.someoneUnknown', { who });
}

/** The names of all members: equal names are numbered. */
export function namesIn(t: Speech['t'], party: Party): string[] {
  const names = party.map((one) => personText(t, one));
  return names.map((name, place) => {
    const alike = names.flatMap((other, at) => (other === name ? [at] : []));
    return alike.length === 1 ? name : `${name} (${alike.indexOf(place) + 1})`;
  });
}
