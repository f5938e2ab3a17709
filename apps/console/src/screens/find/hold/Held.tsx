import { useEffect, useRef } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Countdown } from '../../../ui/Countdown';
import { ProblemNote } from '../../../ui/ProblemNote';
import { PlacePhones } from '../answers/PlacePhones';
import { usePlaceTime } from '../place-time';
import type { HoldOfScreen, HoldState } from './use-hold';

/** The hold of this screen: what is held, for how long, and what to do next. */
export function Held({ hold }: { readonly hold: HoldOfScreen }) {
  const { t } = useSpeech();
  const { state } = hold;
  const box = useRef<HTMLDivElement>(null);
  const isQuiet = state.kind === 'none' || state.kind === 'asking';
  useEffect(() => {
    if (isQuiet) return;
    box.current?.focus({ preventScroll: true });
    // From its heading on, also where it is longer than the screen.
    box.current?.scrollIntoView({ block: 'start' });
  }, [isQuiet, state.kind]);
  if (isQuiet) return null;
  return (
    <div ref={box} tabIndex={-1} className="held">
      {state.kind === 'held' && <Promised state={state} hold={hold} />}
      {state.kind === 'over' && (
        <Banner tone={state.why === 'arrived' || state.why === 'released' ? 'info' : 'warning'} urgent>
          <p>{t(`find.over.${state.why}`, { place: state.match.service.name })}</p>
        </Banner>
      )}
      {state.kind === 'refused' && <Refused state={state} />}
      {state.kind === 'problem' && <ProblemNote problem={state.problem} again={state.again} />}
      {state.kind !== 'held' && (
        <Button kind="quiet" onPress={hold.close}>
          {t('ui.close')}
        </Button>
      )}
    </div>
  );
}

type Of<K extends HoldState['kind']> = Extract<HoldState, { kind: K }>;

function Promised({ state, hold }: { readonly state: Of<'held'>; readonly hold: HoldOfScreen }) {
  const { t } = useSpeech();
  const placeTime = usePlaceTime();
  const { match, hold: held } = state;
  const country = match.location?.country;
  const isSure = held.acceptBy === null;
  // Without their yes the bed is nobody's after that time.
  const endsAt = held.acceptBy ?? held.expiresAt;
  return (
    <Banner tone={isSure ? 'good' : 'warning'}>
      <h2>{t(isSure ? 'find.held' : 'find.asked', { place: match.service.name })}</h2>
      {held.acceptBy !== null && (
        // Without their yes nobody may travel.
        <p className="call-now">
          {t('find.held.callNow', { time: placeTime(held.acceptBy, country) })} <PlacePhones place={match} />
        </p>
      )}
      {state.hasAccepted && <p>{t('find.held.accepted')}</p>}
      <p>
        {t('find.held.until', { time: placeTime(endsAt, country) })}{' '}
        <Countdown key={endsAt} endsAt={endsAt} now={hold.now} onOver={hold.expired} />
      </p>
      {held.caseReference && (
        <p>
          {t('find.held.reference')} <bdi className="reference">{held.caseReference}</bdi>
        </p>
      )}
      {isSure && <PlacePhones place={match} />}
      {held.asks.length > 0 && (
        <>
          <h3>{t('find.ask')}</h3>
          <ul>
            {held.asks.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {state.problem && <ProblemNote problem={state.problem} />}
      <Button onPress={hold.release}>{t('find.release')}</Button>
    </Banner>
  );
}

function Refused({ state: { answer, match } }: { readonly state: Of<'refused'> }) {
  const { t } = useSpeech();
  const place = match.service.name;
  return (
    <Banner tone="warning" urgent>
      {answer.__typename === 'NoBedsLeft' ? <p>{t('find.noBedsLeft', { place, free: answer.availability.free })}</p> : null}
      {answer.__typename === 'NotAdmitted' ? answer.reasons.map(({ code, text }) => <p key={code}>{text}</p>) : null}
      {answer.__typename !== 'NoBedsLeft' && answer.__typename !== 'NotAdmitted' ? <p>{t('find.notHeld', { place })}</p> : null}
    </Banner>
  );
}
