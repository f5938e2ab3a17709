import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from './people.js';

/** One way to be admitted. `genders` null: any. Ages are whole years, both ends included, in the widest reading; null: no bound. */
export interface PersonClause {
  readonly genders: readonly Gender[] | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** A bound in part years. Whole years cannot tell whether somebody of just that age fits, so that is asked. */
  readonly exactMinimumAge?: number | undefined;
  readonly exactMaximumAge?: number | undefined;
  /** Only with an adult of the party whom a clause without this admits (a boy with his mother), or with their admitted carer. */
  readonly accompaniedOnly: boolean;
  /** A text leaves open whether these people are meant, so a match asks about those who fit. Missing: certain. */
  readonly asked?: boolean;
  /** Terms of the directory behind the clause, each with its taxonomy. Only from Haven's own list, never a publisher's free text. */
  readonly terms?: readonly string[] | undefined;
}

/** Whom a service or a bed pool admits. A null part is unknown: the match keeps the service and asks. */
export interface AdmissionRule {
  /** Any clause that fits admits the person. */
  readonly persons: readonly PersonClause[] | null;
  readonly legalStatuses: readonly LegalStatus[] | null;
  /** ISO 3166-1 alpha-2. */
  readonly nationalities: readonly string[] | null;
  readonly exploitation: readonly ExploitationType[] | null;
  readonly pregnancy: boolean | null;
  readonly accessibility: readonly AccessibilityNeed[] | null;
  readonly referralRequired: boolean | null;
}

/** The rules that decide who may sleep or be served at a place. All of them have to admit. */
export type EffectiveRule = readonly AdmissionRule[];

/** The effective rule of a bed pool: its service and the pool itself must both admit. If one leaves a part out, the other decides it. */
export const effectiveRule = (service: AdmissionRule, pool: AdmissionRule): EffectiveRule => [service, pool];

/** The single rules of an effective rule. */
export const rulesOf = (rule: AdmissionRule | EffectiveRule): EffectiveRule => ('persons' in rule ? [rule] : rule);

/** The rule of a place about which nothing is known. */
export const unknownRule: AdmissionRule = {
  persons: null,
  legalStatuses: null,
  nationalities: null,
  exploitation: null,
  pregnancy: null,
  accessibility: null,
  referralRequired: null,
};
