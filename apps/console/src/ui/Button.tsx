import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

/** The kind of a button: the main action, one of several, or an action that cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'danger' | 'quiet';

/** A button that is large enough for a thumb. */
export function Button({ kind = 'plain', className, ...props }: ButtonProps & { readonly kind?: ButtonKind }) {
  return <AriaButton {...props} className={`button button-${kind} ${typeof className === 'string' ? className : ''}`} />;
}
