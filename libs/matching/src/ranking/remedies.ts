import { enumOf, type ReasonCode } from '@haven/kernel';

/** What would make a near miss a match. */
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

/** What the caller can change without anybody else comes first, then what passes by itself, then what others must agree to. */
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

/** The lower, the sooner somebody can do it. */
export const rankOf = (remedy: Remedy): number => order.indexOf(remedy);

/** Of constraints that say by themselves what would help. */
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

/** {@link plain}; null: that depends on the people or the beds. */
export const plainRemedy = (code: ReasonCode): Remedy | null => plain[code] ?? null;

/** What a constraint is about; each part of the rules about people is the same. */
export const kindOf = (code: ReasonCode): string => (code.startsWith('NOT_ADMITTED') ? 'NOT_ADMITTED' : code);
