import { useNow } from '../../../app/clock/use-now';
import { useSpeech } from '../../../i18n/messages';
import { Phones } from '../../../ui/Phones';
import { usePlaceTime } from '../place-time';
import type { Match } from '../queries';
import { openingOf } from './opening';

/** The phone numbers of a place, and whether somebody answers them now. */
export function PlacePhones({
  place: { phones, location, service },
  onCall,
}: {
  readonly place: Pick<Match, 'phones'> & {
    readonly service: { readonly name: string };
    readonly location: { readonly country: string | null } | null;
  };
  readonly onCall?: () => void;
}) {
  const { t } = useSpeech();
  const placeTime = usePlaceTime();
  const now = useNow();
  const noteOf = (phone: Match['phones'][number]): string => {
    const told = openingOf(phone, now);
    if (told === null) return '';
    if (told.isOpen) return t('find.phone.open');
    return told.next ? t('find.phone.from', { time: placeTime(told.next.at, location?.country, told.next.form) }) : t('find.phone.closed');
  };
  return <Phones phones={phones.map((phone) => ({ ...phone, note: noteOf(phone) }))} of={service.name} onCall={onCall} />;
}
