import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from './people.js';

/** One way to be admitted. `genders` null: any. Ages in whole years, both ends included and the widest reading; null: no bound. */
export interface PersonClause {
  readonly genders: readonly Gender[] | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Where a bound is in part years. Whole years cannot tell who has just that age: that is asked. */
  readonly exactMinimumAge?: number | undefined;
  readonly exactMaximumAge?: number | undefined;
  /** Only together with an adult of the party whom a clause admits without this (a boy with his mother), or with their admitted carer. */
  readonly accompaniedOnly: boolean;
  /** A saying leaves open whether these are meant: who fits is asked about. Left out: certain. */
  readonly asked?: boolean;
  /** Terms of the directory that say so, each with its taxonomy; of our own list, never a publisher's free words. */
  readonly terms?: readonly string[] | undefined;
}

/** Whom a service or a bed pool admits. A part that is null is not said: the match keeps the service and asks. */
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

/** What decides who may sleep or be served somewhere: all of the rules have to admit. */
export type EffectiveRule = readonly AdmissionRule[];

/** The one rule of a bed pool: its service and the pool itself both admit. A part that one leaves out is the other's. */
export const effectiveRule = (service: AdmissionRule, pool: AdmissionRule): EffectiveRule => [service, pool];

/** The rules that one stands for. */
export const rulesOf = (rule: AdmissionRule | EffectiveRule): EffectiveRule => ('persons' in rule ? [rule] : rule);

/** The rule of a place that says nothing. */
export const nothingSaid: AdmissionRule = {
  persons: null,
  legalStatuses: null,
  nationalities: null,
  exploitation: null,
  pregnancy: null,
  accessibility: null,
  referralRequired: null,
};
