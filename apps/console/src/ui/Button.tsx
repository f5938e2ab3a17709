import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

/** What a button stands for: the one thing to do here, one of several, or what cannot be taken back. */
export type ButtonKind = 'main' | 'plain' | 'danger' | 'quiet';

/** A button that a thumb hits. */
export function Button({ kind = 'plain', className, ...props }: ButtonProps & { readonly kind?: ButtonKind }) {
  return <AriaButton {...props} className={`button button-${kind} ${typeof className === 'string' ? className : ''}`} />;
}
