import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import type { ShownHold } from '../queries';
import type { Steps } from './use-steps';

/** Asks for confirmation before beds are released: that cannot be undone. */
export function ReleaseDialog(props: {
  readonly hold: ShownHold;
  readonly verb: 'release' | 'checkOut';
  readonly place: string;
  readonly steps: Steps;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const { hold, verb, place, steps, onClose } = props;
  const which = verb === 'release' && hold.isOffer ? 'decline' : verb;
  const yes = () => {
    onClose();
    steps.take(hold, { verb });
  };
  return (
    <Dialog title={t(`holds.question.${which}`, { place })} isOpen isAlert onClose={onClose}>
      <p>{t(`holds.consequence.${which}`)}</p>
      <Button kind="danger" onPress={yes}>
        {t(`holds.${which}`)}
      </Button>
    </Dialog>
  );
}
