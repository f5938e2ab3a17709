import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';

/** Something chosen, which goes away when its cross is pressed. `removeLabel` says what that does: "Remove woman, 24". */
export function Chip(props: { readonly children: ReactNode; readonly removeLabel: string; readonly onRemove: () => void }) {
  return (
    <span className="chip">
      {props.children}
      <Button className="chip-remove" aria-label={props.removeLabel} onPress={props.onRemove}>
        <span aria-hidden="true">×</span>
      </Button>
    </span>
  );
}

/** Something that is on or off. */
export function ChoiceChip(props: { readonly children: ReactNode; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <ToggleButton className="chip chip-choice" isSelected={props.isOn} onChange={props.onChange}>
      {props.children}
    </ToggleButton>
  );
}
