import { useId, useState, type KeyboardEvent } from 'react';
import { asciiDigits } from '../app/party/party';
import { useSpeech } from '../i18n/messages';
import { Button } from 'react-aria-components';

/** The properties of a stepper. */
export interface NumberStepperProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A whole number with large buttons − and +; arrow keys and typing work too. React Aria's own is 12 kB, too much for an old phone. */
export function NumberStepper({ label, value, least = 0, most = Infinity, isDisabled = false, onChange }: NumberStepperProps) {
  const { t } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (next: number) => {
    setTyped(null);
    const within = Math.max(least, Math.min(most, next));
    if (within !== value) onChange(within);
  };
  const finish = () => {
    if (typed !== null) change(/^\d{1,6}$/.test(asciiDigits(typed.trim())) ? Number(asciiDigits(typed.trim())) : value);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return finish();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    change(value + step);
  };
  const button = (sign: string, step: number, name: string) => (
    <Button
      className="stepper-button"
      aria-label={`${name}: ${label}`}
      isDisabled={isDisabled || (step < 0 ? value <= least : value >= most)}
      onPress={() => change(value + step)}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
  return (
    <div className="stepper">
      <label className="stepper-label" htmlFor={id}>
        {label}
      </label>
      <div className="stepper-group">
        {button('−', -1, t('ui.fewer'))}
        <input
          id={id}
          className="stepper-input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={least}
          aria-valuemax={Number.isFinite(most) ? most : undefined}
          disabled={isDisabled}
          value={typed ?? String(value)}
          onChange={({ target }) => setTyped(target.value)}
          onFocus={({ target }) => target.select()}
          onBlur={finish}
          onKeyDown={press}
        />
        {button('+', 1, t('ui.more'))}
      </div>
    </div>
  );
}
