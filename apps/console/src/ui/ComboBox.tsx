import { useContext, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, ComboBoxStateContext, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useSpeech } from '../i18n/messages';
import { clearOption } from './clear-option';

/** One option. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly detail?: string;
}

/** The properties of a combo box. The options already match the text. */
export interface ComboBoxProps {
  readonly label: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** The options for this text are still being fetched. */
  readonly isLoading?: boolean;
  readonly autoFocus?: boolean;
  /** A note below the field, for example if nothing matches. */
  readonly note?: string | null;
  readonly onType: (text: string) => void;
  readonly onChoose: (option: Option) => void;
  /** Called on Enter if there is nothing to choose. */
  readonly onDone?: () => void;
}

/** A text field that offers matching options. Enter and Tab take the marked option, or the only one that the text can mean. */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useSpeech();
  const { label, text, options, autoFocus = false, note = null } = props;
  // The field also shows the chosen option: only typing opens the options.
  const [isTyping, setIsTyping] = useState(false);
  const choose = (option: Option | undefined) => {
    if (!option) return;
    setIsTyping(false);
    props.onChoose(option);
  };
  const type = (typed: string) => {
    setIsTyping(true);
    props.onType(typed);
  };
  return (
    <AriaComboBox
      className="field"
      inputValue={text}
      value={null}
      items={options}
      menuTrigger="manual"
      allowsCustomValue
      defaultFilter={() => true}
      onInputChange={type}
      onChange={(key) => choose(options.find(({ id }) => id === key))}
    >
      <Label className="field-label">{label}</Label>
      <Typed {...props} isTyping={isTyping} choose={choose}>
        <Input className="field-input" autoComplete="off" spellCheck="false" autoFocus={autoFocus} />
        {options.length > 0 && (
          <Button className="combo-open" aria-label={t('ui.showOptions')}>
            <span aria-hidden="true">▾</span>
          </Button>
        )}
      </Typed>
      <p className="field-help" role="status">
        {note}
      </p>
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

type TypedProps = ComboBoxProps & {
  readonly isTyping: boolean;
  readonly choose: (option: Option) => void;
  readonly children: ReactNode;
};

/** Opens the list for the typed text, also if the options arrive later, and handles Enter and Tab. */
function Typed({ isTyping, options, text, isLoading = false, choose, onDone, children }: TypedProps) {
  // null in the first render, in which React Aria only collects the options.
  const state = useContext(ComboBoxStateContext);
  const isTakeWaiting = useRef(false);
  const isOffering = isTyping && options.length > 0;
  useEffect(() => {
    if (isOffering && state?.isFocused && !state.isOpen) state.open(null, 'input');
    if (!isOffering && state?.isOpen) state.close();
    // Only when that changes: a list that the user closed stays closed until they type again.
  }, [isOffering, text]);
  useEffect(() => (state?.isOpen ? keepPageInReach() : undefined), [state?.isOpen]);
  const take = () => {
    isTakeWaiting.current = false;
    const clear = clearOption(options, text);
    if (clear) return choose(clear);
    if (!options[0] || !state?.isFocused) return;
    state.open('first', 'manual');
    state.selectionManager.setFocusedKey(options[0].id);
  };
  useEffect(() => {
    if (isTakeWaiting.current && !isLoading) take();
  }, [isLoading]);
  const goOn = (isEnter: boolean) => {
    const isTyped = isTyping && text.trim() !== '';
    if (isTyped && isLoading) isTakeWaiting.current = true;
    else if (isTyped && (isEnter || clearOption(options, text))) take();
    else if (isEnter) onDone?.();
  };
  const press = (event: KeyboardEvent) => {
    isTakeWaiting.current = false;
    const isEnter = event.key === 'Enter';
    const isGoingOn = isEnter || (event.key === 'Tab' && !event.shiftKey);
    if (!isGoingOn || (state?.selectionManager.focusedKey ?? null) !== null || event.nativeEvent.isComposing) return;
    goOn(isEnter);
    // Tab moves the focus by itself, unless the choice has already moved it.
    if (!isEnter && document.activeElement === event.target) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combo" onKeyDownCapture={press}>
      {children}
    </div>
  );
}

/**
 * While a list is open, React Aria hides the rest of the page from screen readers, although its fields still take the focus. This list is
 * not a dialog, so the page stays visible to them.
 */
function keepPageInReach(): () => void {
  const page = document.getElementById('root');
  page?.setAttribute('data-react-aria-top-layer', '');
  return () => page?.removeAttribute('data-react-aria-top-layer');
}
