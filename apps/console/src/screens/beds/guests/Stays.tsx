import { useId } from 'react';
import { clock } from '../../../app/clock/server-time';
import { useStore } from '../../../app/store';
import { useSpeech } from '../../../i18n/messages';
import { Button, type ButtonKind } from '../../../ui/Button';
import { Countdown } from '../../../ui/Countdown';
import type { Stay } from '../queries';
import { undoMilliseconds } from '../rooms/use-undo';
import { partyTexts } from './guest-texts';
import type { Verb } from './steps';
import type { StepsOfScreen } from './use-steps';

/** Properties for all parties of a shelter. */
export interface GuestProps {
  readonly steps: StepsOfScreen;
  /** Names of the rooms by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Parties whose step was not taken, because the record had changed. */
  readonly changed: readonly string[];
}

/** Parties, under a heading with their state. */
export function Stays({
  title,
  empty,
  stays,
  ...guests
}: GuestProps & { readonly title: string; readonly empty?: string; readonly stays: readonly Stay[] }) {
  const id = useId();
  if (stays.length === 0 && empty === undefined) return null;
  return (
    <section className="stays" data-tour="expected" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {stays.length === 0 && <p>{empty}</p>}
      <ul>
        {stays.map((stay) => (
          <StayCard key={stay.id} {...guests} stay={stay} />
        ))}
      </ul>
    </section>
  );
}

function StayCard({ stay, steps, names, changed }: GuestProps & { readonly stay: Stay }) {
  const { t } = useSpeech();
  const step = useStore(steps.all).find(({ stayId }) => stayId === stay.id);
  const where = stay.beds.map(({ poolId }) => names.get(poolId)).filter((name) => name !== undefined);
  // The person who calls the shelter asks these questions; staff of the shelter see only the information.
  const toKnow = stay.asks.filter(({ code }) => !code.startsWith('ASK_'));
  return (
    <li className="stay">
      <p className="stay-party">
        {partyTexts(t, stay.party ?? []).map(({ text, count }) => (
          <span key={text}>{count > 1 ? t('beds.times', { count, said: text }) : text}</span>
        ))}
      </p>
      {stay.caseReference !== null && (
        <p>
          {t('beds.code')} <bdi className="code">{stay.caseReference}</bdi>
        </p>
      )}
      {where.length > 0 && <p>{where.join(' · ')}</p>}
      <When stay={stay} />
      {toKnow.length > 0 && (
        <ul className="stay-asks">
          {toKnow.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
      {changed.includes(stay.id) && <p role="alert">{t('beds.stay.changed')}</p>}
      {step ? (
        <div className="stay-step">
          <p role="status">{t(`beds.said.${step.verb}`)}</p>
          {step.isSent ? <p>{t('beds.notYetTold')}</p> : <Button onPress={() => steps.takeBack(stay.id)}>{t('beds.undo')}</Button>}
        </div>
      ) : (
        <Actions stay={stay} steps={steps} />
      )}
    </li>
  );
}

/** The deadline by the server's clock, which ends the hold. */
function When({ stay: { state, acceptBy, expiresAt, isOffer, createdAt } }: { readonly stay: Stay }) {
  const { t, format } = useSpeech();
  if (state === 'CONFIRMED') return <p>{t('beds.stay.since', { at: format.dateTime(new Date(createdAt)) })}</p>;
  const end = acceptBy ?? expiresAt;
  const id = acceptBy !== null ? 'beds.stay.answerBy' : isOffer ? 'beds.stay.offered' : 'beds.stay.until';
  return (
    <p>
      {t(id, { time: format.time(new Date(end)) })} <Countdown endsAt={end} now={clock.now} />
    </p>
  );
}

/** This close to its deadline, a step is sent at once. */
const nearMilliseconds = 3 * undoMilliseconds;

function Actions({ stay, steps }: { readonly stay: Stay; readonly steps: StepsOfScreen }) {
  const { t } = useSpeech();
  const take = (verb: Verb) => {
    const end = stay.state === 'HELD' ? Date.parse(stay.acceptBy ?? stay.expiresAt) : Infinity;
    const notBefore = Date.now() + (end - clock.now() < nearMilliseconds ? 0 : undoMilliseconds);
    steps.changed.set(steps.changed.get().filter((id) => id !== stay.id));
    steps.take({ key: crypto.randomUUID(), stayId: stay.id, version: stay.version, verb, notBefore });
  };
  return (
    <div className="choices">
      {verbsOf(stay).map(({ verb, kind }) => (
        <Button key={verb} kind={kind} onPress={() => take(verb)}>
          {t(`beds.do.${verb}`)}
        </Button>
      ))}
    </div>
  );
}

/** The steps that a shelter can take now. Nobody arrives on an offer that was not taken. */
function verbsOf({ state, acceptBy, isOffer }: Stay): { readonly verb: Verb; readonly kind: ButtonKind }[] {
  if (state === 'CONFIRMED') return [{ verb: 'left', kind: 'plain' }];
  const decline = { verb: 'decline', kind: 'plain' } as const;
  if (acceptBy !== null) return [{ verb: 'accept', kind: 'main' }, decline];
  return isOffer ? [decline] : [{ verb: 'arrived', kind: 'main' }, decline];
}
