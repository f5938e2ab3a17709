import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';

/** One or more lines of text. The text stays in memory: autocomplete is off. */
export interface FieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string | null;
  readonly lines?: number;
}

/** A text field with its label, help text and error. */
export function Field({ label, help, problem = null, lines = 1, ...props }: FieldProps) {
  return (
    <TextField autoComplete="off" spellCheck="false" {...props} className="field" isInvalid={problem !== null}>
      <Label className="field-label">{label}</Label>
      {lines > 1 ? <TextArea className="field-input" rows={lines} /> : <Input className="field-input" />}
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-problem">{problem}</FieldError>
    </TextField>
  );
}
