import { clock } from '../../../app/clock/server-time';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import type { ShownHold } from '../queries';
import type { Steps } from './use-steps';
import { longerBy } from './longer-by';
import { timeText } from '../when';

/** Asks how long to keep the beds for somebody who is late. */
export function ExtendDialog(props: {
  readonly hold: ShownHold;
  readonly place: string;
  readonly country: string | null | undefined;
  readonly steps: Steps;
  readonly onClose: () => void;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const { hold, place, country, steps, onClose } = props;
  const now = clock.now();
  const choices = longerBy(hold.expiresAt, now);
  const extend = (minutes: number) => {
    onClose();
    steps.take(hold, { verb: 'extend', minutes });
  };
  return (
    <Dialog title={t('holds.question.extend', { place })} isOpen onClose={onClose}>
      <p>{choices.length > 0 ? t('holds.consequence.extend') : t('holds.longEnough')}</p>
      <div className="hold-choices">
        {choices.map(({ minutes, endsAt }) => (
          <Button key={minutes} onPress={() => extend(minutes)}>
            {t('holds.extendBy', { minutes, time: timeText(speech, endsAt, country, now) })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
