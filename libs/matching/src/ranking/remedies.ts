import { enumOf, type ReasonCode } from '@haven/kernel';

/** A change that would make a near miss a match. */
export const Remedy = enumOf(
  'WIDEN_DISTANCE',
  'CROSS_BORDER',
  'WAIT_FOR_BED',
  'JOIN_WAITLIST',
  'CALL_AND_ASK',
  'SPLIT_PARTY',
  'OTHER_TIME',
  'NONE',
);
/** {@link Remedy} */
export type Remedy = (typeof Remedy)[keyof typeof Remedy];

/** First what callers can change alone, then what passes by itself, then what others must agree to. */
const order: readonly Remedy[] = [
  'WIDEN_DISTANCE',
  'WAIT_FOR_BED',
  'SPLIT_PARTY',
  'CROSS_BORDER',
  'CALL_AND_ASK',
  'JOIN_WAITLIST',
  'OTHER_TIME',
  'NONE',
];

/** The lower, the sooner it is possible. */
export const rankOf = (remedy: Remedy): number => order.indexOf(remedy);

/** Remedies that follow from the constraint alone. */
const plain: Partial<Readonly<Record<ReasonCode, Remedy>>> = {
  TOO_FAR: 'WIDEN_DISTANCE',
  OTHER_COUNTRY: 'CROSS_BORDER',
  OUTSIDE_SERVICE_AREA: 'CALL_AND_ASK',
  MAY_BE_IN_AVOIDED_AREA: 'CALL_AND_ASK',
  INTAKE_CLOSED: 'CALL_AND_ASK',
  NOT_INTERPRETED: 'CALL_AND_ASK',
  INTERPRETER_UNSUITABLE: 'CALL_AND_ASK',
  EXCLUDED_ORGANIZATION: 'NONE',
  NOT_ACTIVE: 'NONE',
  NO_PAPERS_TO_CROSS: 'NONE',
  IN_AVOIDED_AREA: 'NONE',
};

/** {@link plain}; null: the remedy depends on the people or the beds. */
export const plainRemedy = (code: ReasonCode): Remedy | null => plain[code] ?? null;

/** The kind of a constraint; all parts of the rules about people are one kind. */
export const kindOf = (code: ReasonCode): string => (code.startsWith('NOT_ADMITTED') ? 'NOT_ADMITTED' : code);
