import { enumOf } from '@haven/kernel';

/** Why a decision is refused. */
export const DecisionRefusal = enumOf('NOT_DECIDED', 'TERM_NOT_CARRIED', 'CATEGORIES_SAID', 'PERSONS_SAID');
/** {@link DecisionRefusal} */
export type DecisionRefusal = (typeof DecisionRefusal)[keyof typeof DecisionRefusal];

/** A decision that changes nothing, and what to do instead. */
export interface DecisionRefused {
  readonly kind: 'DecisionRefused';
  readonly code: DecisionRefusal;
  readonly message: string;
}

const messages: { readonly [code in DecisionRefusal]: string } = {
  NOT_DECIDED:
    'Nothing is decided of it for this source or service. termDecisions lists what is; withdraw with the same source or serviceId.',
  TERM_NOT_CARRIED: 'The entry of this service does not show it. Decide about the service as a whole: kind SERVICE with its id.',
  CATEGORIES_SAID: 'The service says its categories itself, and that counts. Correct them with updateService.',
  PERSONS_SAID: 'The service says itself whom it admits, and that counts. Correct its admission rule with updateService.',
};

/** The refusal of a code. */
export const refused = (code: DecisionRefusal): DecisionRefused => ({ kind: 'DecisionRefused', code, message: messages[code] });
