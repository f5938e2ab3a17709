import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from './people.js';

/** What is known of one member of a party. Null: not known. */
export interface Person {
  readonly gender: Gender;
  readonly age: number | null;
  /** The age is not known, and perhaps under 18. */
  readonly mayBeMinor?: boolean;
  readonly nationality: string | null;
  readonly legalStatus: LegalStatus | null;
  readonly exploitation: readonly ExploitationType[] | null;
  readonly pregnant: boolean | null;
  readonly accessibility: readonly AccessibilityNeed[] | null;
  /** Place in the party of who cares for this person. */
  readonly carer: number | null;
}

/** A member with known gender, age and carer only. */
export const personOf = (gender: Gender, age: number | null, carer: number | null = null): Person => ({
  gender,
  age,
  carer,
  nationality: null,
  legalStatus: null,
  exploitation: null,
  pregnant: null,
  accessibility: null,
});

/** Age from which a person is an adult who can accompany somebody. */
export const adultAge = 18;
