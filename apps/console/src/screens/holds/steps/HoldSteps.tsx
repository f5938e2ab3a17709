import { useState } from 'react';
import type { Identity } from '../../../app/identity/known-identity';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { ExtendDialog } from './ExtendDialog';
import type { ShownHold } from '../queries';
import { isAsked } from '../urgency';
import { ReleaseDialog } from './ReleaseDialog';
import { StayDialog } from './StayDialog';
import type { Steps } from './use-steps';

/** Properties of the buttons of a hold. */
export interface HoldStepsProps {
  readonly hold: ShownHold;
  readonly place: string;
  readonly country: string | null | undefined;
  readonly role: Identity['role'];
  readonly steps: Steps;
}

type Question = 'release' | 'extend' | 'stay' | 'checkOut';

/** Roles that may continue a stay, as the API's policy defines them. */
const ofStays: readonly Identity['role'][] = ['CASEWORKER', 'COORDINATOR'];

/** The possible steps for a hold now, the most likely one first. */
export function HoldSteps({ hold, place, country, role, steps }: HoldStepsProps) {
  const { t } = useSpeech();
  const [question, setQuestion] = useState<Question | null>(null);
  const isBusy = steps.of(hold.id)?.kind === 'asking';
  const close = () => setQuestion(null);
  const ask = (which: Question, text: string) => (
    <Button
      isDisabled={isBusy}
      aria-haspopup="dialog"
      onPress={() => setQuestion(which)}
      aria-label={t('holds.stepAt', { step: text, place })}
    >
      {text}
    </Button>
  );
  // Whoever has to wait for the shelter's yes is not asked first whether they arrived.
  const now = (verb: 'confirm' | 'take', text: string) => (
    <Button
      kind={isAsked(hold) ? 'plain' : 'main'}
      isDisabled={isBusy}
      onPress={() => steps.take(hold, { verb })}
      aria-label={t('holds.stepAt', { step: text, place })}
    >
      {text}
    </Button>
  );
  return (
    <div className="hold-steps">
      {hold.state === 'HELD' && hold.isOffer && (
        <>
          {now('take', t('holds.take'))}
          {ask('release', t('holds.decline'))}
        </>
      )}
      {hold.state === 'HELD' && !hold.isOffer && (
        <>
          {now('confirm', t('holds.confirm'))}
          {ask('extend', t('holds.extend'))}
          {ask('release', t('holds.release'))}
        </>
      )}
      {hold.state === 'CONFIRMED' && ofStays.includes(role) && (
        <>
          {ask('stay', t('holds.lastDay'))}
          {ask('checkOut', t('holds.checkOut'))}
        </>
      )}
      {question === 'extend' && <ExtendDialog hold={hold} place={place} country={country} steps={steps} onClose={close} />}
      {question === 'stay' && <StayDialog hold={hold} place={place} steps={steps} onClose={close} />}
      {(question === 'release' || question === 'checkOut') && (
        <ReleaseDialog hold={hold} verb={question} place={place} steps={steps} onClose={close} />
      )}
    </div>
  );
}
