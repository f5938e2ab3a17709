import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { useSpeech } from '../i18n/messages';

/** What a stepper shows and takes. */
export interface NumberStepperProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number with − and + that a thumb hits; also arrow keys and typing. */
export function NumberStepper({ label, value, least = 0, most, isDisabled = false, onChange }: NumberStepperProps) {
  const { t } = useSpeech();
  const change = (next: number) => {
    if (Number.isFinite(next)) onChange(next);
  };
  return (
    <NumberField
      className="stepper"
      value={value}
      minValue={least}
      {...(most === undefined ? {} : { maxValue: most })}
      isDisabled={isDisabled}
      onChange={change}
      decrementAriaLabel={t('ui.fewer')}
      incrementAriaLabel={t('ui.more')}
    >
      <Label className="stepper-label">{label}</Label>
      <Group className="stepper-group">
        <Button slot="decrement" className="stepper-button">
          <span aria-hidden="true">−</span>
        </Button>
        <Input className="stepper-input" />
        <Button slot="increment" className="stepper-button">
          <span aria-hidden="true">+</span>
        </Button>
      </Group>
    </NumberField>
  );
}
