import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from './people.js';

/** The known facts about one member of a party. Null: unknown. */
export interface Person {
  readonly gender: Gender;
  readonly age: number | null;
  /** The age is unknown, and perhaps under 18. */
  readonly mayBeMinor?: boolean;
  readonly nationality: string | null;
  readonly legalStatus: LegalStatus | null;
  readonly exploitation: readonly ExploitationType[] | null;
  readonly pregnant: boolean | null;
  readonly accessibility: readonly AccessibilityNeed[] | null;
  /** Index in the party of the person who cares for this one. */
  readonly carer: number | null;
}

/** A member with only known gender, age and carer. */
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

/** The age from which a person is an adult who can accompany somebody. */
export const adultAge = 18;
