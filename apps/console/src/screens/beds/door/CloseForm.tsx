import { useState } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { ChoiceChip } from '../../../ui/Chip';
import { EndField } from '../forms/EndField';
import type { ClosedBecause } from '../queries';

const reasons: readonly ClosedBecause[] = ['NO_STAFF', 'ILLNESS', 'REPAIRS', 'SAFETY', 'OTHER'];

interface CloseProps {
  readonly set: (door: { open: false; closedBecause: ClosedBecause; closedUntil?: string }) => void;
  readonly isSending: boolean;
}

/** Asks why the shelter takes nobody new, and until when. */
export default function CloseForm({ set, isSending }: CloseProps) {
  const { t } = useSpeech();
  const [because, setBecause] = useState<ClosedBecause | null>(null);
  const [isOpenEnded, setIsOpenEnded] = useState(false);
  const [end, setEnd] = useState<string | null>(null);
  const isReady = because !== null && (isOpenEnded || end !== null);
  return (
    <div className="form">
      <fieldset className="choice">
        <legend>{t('beds.door.why')}</legend>
        {reasons.map((reason) => (
          <ChoiceChip key={reason} isOn={because === reason} onChange={(isOn) => setBecause(isOn ? reason : null)}>
            {t(`beds.because.${reason}`)}
          </ChoiceChip>
        ))}
      </fieldset>
      <EndField
        label={t('beds.door.end')}
        end={end}
        onChange={(next) => {
          setEnd(next);
          setIsOpenEnded(false);
        }}
      />
      <ChoiceChip
        isOn={isOpenEnded}
        onChange={(isOn) => {
          setIsOpenEnded(isOn);
          setEnd(null);
        }}
      >
        {t('beds.door.openEnded')}
      </ChoiceChip>
      <p>{t('beds.door.meaning')}</p>
      <Button
        kind="main"
        isDisabled={!isReady || isSending}
        onPress={() => set({ open: false, closedBecause: because!, ...(end === null ? {} : { closedUntil: end }) })}
      >
        {t('beds.door.save')}
      </Button>
    </div>
  );
}
