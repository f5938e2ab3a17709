import { Link } from 'wouter';
import { useSpeech } from '../../i18n/messages';
import { Banner, type Tone } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import type { ShownHold } from './queries';

type EndedState = Exclude<ShownHold['state'], 'HELD' | 'CONFIRMED'>;
const tones: Readonly<Record<EndedState, Tone>> = { EXPIRED: 'warning', DECLINED: 'danger', RELEASED: 'info', CHECKED_OUT: 'info' };
/** Somebody may be travelling to a bed that is no longer held for them. */
const isUrgent = (state: EndedState): boolean => state === 'EXPIRED' || state === 'DECLINED';

/** A hold that ended while the user was looking; with `onSeen` it stays until they have seen it. */
export function Ended(props: { readonly hold: ShownHold; readonly place: string; readonly onSeen?: () => void }) {
  const { t } = useSpeech();
  const { hold, place, onSeen } = props;
  const state = hold.state as EndedState;
  return (
    <Banner tone={tones[state]} urgent={isUrgent(state)}>
      <p>
        {t(`holds.ended.${state}`, { place })}{' '}
        {hold.caseReference !== null && (
          <bdi dir="ltr" className="hold-code">
            {hold.caseReference}
          </bdi>
        )}
      </p>
      <div className="hold-steps">
        {isUrgent(state) && (
          <Link href="/find" className="hold-link">
            {t('holds.findAgain')}
          </Link>
        )}
        {onSeen && <Button onPress={onSeen}>{t('holds.seen')}</Button>}
      </div>
    </Banner>
  );
}
