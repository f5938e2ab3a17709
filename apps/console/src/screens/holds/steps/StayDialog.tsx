import { useState } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import type { ShownHold } from '../queries';
import type { Steps } from './use-steps';

/** Asks until which day a stay should last; the stay does not end automatically. */
export function StayDialog(props: {
  readonly hold: ShownHold;
  readonly place: string;
  readonly steps: Steps;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const { hold, place, steps, onClose } = props;
  const [day, setDay] = useState(hold.expectedEnd ?? '');
  const stay = (expectedEnd: string | null) => {
    onClose();
    steps.take(hold, { verb: 'stay', expectedEnd });
  };
  return (
    <Dialog title={t('holds.question.stay', { place })} isOpen onClose={onClose}>
      <p>{t('holds.consequence.stay')}</p>
      <Field label={t('holds.lastDay')} type="date" value={day} onChange={setDay} />
      <div className="hold-choices">
        <Button kind="main" isDisabled={day === ''} onPress={() => stay(day)}>
          {t('holds.setLastDay')}
        </Button>
        <Button onPress={() => stay(null)}>{t('holds.openEnd')}</Button>
      </div>
    </Dialog>
  );
}
