import { Button, ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useSpeech } from '../i18n/messages';

/** One thing to choose. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
}

/** What a chooser shows and takes. The options are already those that fit the text. */
export interface ComboBoxProps {
  readonly label: string;
  readonly text: string;
  readonly options: readonly Option[];
  readonly autoFocus?: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (option: Option) => void;
}

/** A text field that offers what fits. */
export function ComboBox({ label, text, options, autoFocus = false, onType, onChoose }: ComboBoxProps) {
  const { t } = useSpeech();
  const choose = (key: unknown) => {
    const option = options.find(({ id }) => id === key);
    if (option) onChoose(option);
  };
  return (
    <AriaComboBox
      className="field"
      inputValue={text}
      items={options}
      menuTrigger="input"
      allowsCustomValue
      defaultFilter={() => true}
      onInputChange={onType}
      onSelectionChange={choose}
    >
      <Label className="field-label">{label}</Label>
      <div className="combo">
        <Input className="field-input" autoComplete="off" spellCheck="false" autoFocus={autoFocus} />
        <Button className="combo-open" aria-label={t('ui.showOptions')}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="combo-list">
        <ListBox<Option>>
          {({ id, text: name, detail }) => (
            <ListBoxItem id={id} textValue={name} className="combo-option">
              {name}
              {detail === undefined ? null : <span className="combo-detail">{detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
