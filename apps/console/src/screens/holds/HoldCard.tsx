import { useEffect, useId, useRef } from 'react';
import { clock } from '../../app/clock/server-time';
import { useIdentity } from '../../app/identity/known-identity';
import { useSpeech } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Countdown } from '../../ui/Countdown';
import { Phones } from '../../ui/Phones';
import { guestText } from './guests';
import type { Shelter, ShownHold } from './queries';
import { StepNote } from './steps/StepNote';
import { HoldSteps } from './steps/HoldSteps';
import { deadlineOf, isAsked, isSoon } from './urgency';
import type { Steps } from './steps/use-steps';
import { timeText } from './when';

/** A hold on the screen. `shelter` null: it is no longer in the directory; undefined: there is no answer yet. */
export interface HoldCardProps {
  readonly hold: ShownHold;
  readonly shelter: Shelter | null | undefined;
  readonly steps: Steps;
  /** Called when the countdown ends. */
  readonly onOver: () => void;
}

/** One hold: its deadline, its shelter, its party, and the possible steps. */
export function HoldCard({ hold, shelter, steps, onOver }: HoldCardProps) {
  const { t } = useSpeech();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  const identity = useIdentity();
  const state = steps.of(hold.id);
  const deadline = deadlineOf(hold);
  const name = shelter?.name ?? t(shelter === null ? 'holds.unknownPlace' : 'app.loading');
  useEffect(() => {
    // The pressed button is gone, or is now in another part of the screen.
    if (state && state.kind !== 'asking' && document.activeElement === document.body) card.current?.focus();
  }, [state?.kind]);
  return (
    <article ref={card} tabIndex={-1} className={isSoon(deadline, clock.now()) ? 'hold hold-soon' : 'hold'} aria-labelledby={title}>
      <header className="hold-head">
        <h3 id={title}>{name}</h3>
        {deadline && (
          <Countdown
            key={deadline.at}
            endsAt={deadline.at}
            now={clock.now}
            onOver={onOver}
            onMinutes={(minutes) => announce(t('holds.stepAt', { step: t('ui.minutesLeft', { minutes }), place: name }))}
          />
        )}
      </header>
      <HoldText hold={hold} shelter={shelter} />
      {state && <StepNote state={state} place={name} steps={steps} />}
      {identity && <HoldSteps hold={hold} place={name} country={shelter?.locations[0]?.country} role={identity.role} steps={steps} />}
    </article>
  );
}

/** What there is to know and to say about a hold: its deadline, its phones, its code. */
export function HoldText({ hold, shelter }: Pick<HoldCardProps, 'hold' | 'shelter'>) {
  return (
    <>
      <Deadlines hold={hold} shelter={shelter} />
      <FactsAndPhones hold={hold} shelter={shelter} />
    </>
  );
}

function Deadlines({ hold, shelter }: Pick<HoldCardProps, 'hold' | 'shelter'>) {
  const speech = useSpeech();
  const { t } = speech;
  const time = (at: string) => timeText(speech, at, shelter?.locations[0]?.country, clock.now());
  const deadline = deadlineOf(hold);
  if (!deadline) {
    const day = hold.expectedEnd && speech.format.day(new Date(`${hold.expectedEnd}T12:00:00Z`), 'UTC');
    return <p className="hold-deadline">{day ? t('holds.staysUntil', { day }) : t('holds.stays')}</p>;
  }
  const said = { OFFER: 'holds.offerUntil', ACCEPT: 'holds.acceptBy', HOLD: 'holds.until' } as const;
  return (
    <p className={deadline.what === 'ACCEPT' ? 'hold-deadline hold-call' : 'hold-deadline'}>
      {t(said[deadline.what], { time: time(deadline.at) })}
    </p>
  );
}

/** Whom to call comes before what to say where nobody may travel before that call. */
function FactsAndPhones({ hold, shelter }: Pick<HoldCardProps, 'hold' | 'shelter'>) {
  const isToCall = isAsked(hold);
  const phones = <div className="hold-phones">{shelter && <Phones phones={shelter.phones} of={shelter.name} />}</div>;
  return (
    <>
      {isToCall && phones}
      <Facts hold={hold} />
      {!isToCall && phones}
    </>
  );
}

function Facts({ hold: { party, beds, caseReference, asks } }: { readonly hold: ShownHold }) {
  const { t } = useSpeech();
  const count = beds.reduce((sum, part) => sum + part.beds, 0);
  return (
    <>
      <dl className="hold-facts">
        {party && (
          <div>
            <dt>{t('holds.forWhom')}</dt>
            <dd>{party.map((guest) => guestText(t, guest)).join('; ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('holds.beds')}</dt>
          <dd>{count}</dd>
        </div>
        {caseReference !== null && (
          <div>
            <dt>{t('holds.code')}</dt>
            <dd>
              <bdi dir="ltr" className="hold-code">
                {caseReference}
              </bdi>
            </dd>
          </div>
        )}
      </dl>
      {asks.length > 0 && (
        <details className="hold-asks">
          <summary>{t('holds.asks', { count: asks.length })}</summary>
          <ul>
            {asks.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
