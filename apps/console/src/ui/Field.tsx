import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';

/** A line or a few lines of text. What is typed stays in memory: the browser is told to remember nothing. */
export interface FieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string | null;
  readonly lines?: number;
}

/** A text field with its label, help and problem. */
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
