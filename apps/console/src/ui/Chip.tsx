import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';

/** A chosen item with a button that removes it. `removeLabel` names that action: "Remove woman, 24". */
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

/** A choice that is on or off. */
export function ChoiceChip(props: { readonly children: ReactNode; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <ToggleButton className="chip chip-choice" isSelected={props.isOn} onChange={props.onChange}>
      {props.children}
    </ToggleButton>
  );
}
