import type { NeedCategory } from '@haven/kernel';

/** One part of a decision, with the name of the decision. */
export interface DecidedPart<T> {
  readonly values: readonly T[];
  /** The name of the decision in Haven's words: a publisher's words could reveal a confidential place. */
  readonly by: string;
}

/** What a person decided about the meaning of a term. */
export interface Decided {
  /** Null: the decision is not about needs; empty list: the term means no need. */
  readonly needs: DecidedPart<NeedCategory> | null;
  /** In the words of data/crosswalks/README.md. Null: the decision is not about people; empty list: the term says nothing about them. */
  readonly persons: DecidedPart<string> | null;
}

/** All decisions about one service and its terms and texts. */
export interface DecidedOfService {
  /** By `keyOfTerm`. */
  readonly terms: ReadonlyMap<string, Decided>;
  readonly eligibility: Decided | null;
  readonly whole: Decided | null;
  /** The decisions that an export of the service carries. */
  readonly carried: readonly string[];
}

/** No decisions. */
export const undecided: DecidedOfService = { terms: new Map(), eligibility: null, whole: null, carried: [] };

/** The name of a decision in rules that come from it. */
export const nameOfDecision = (id: string, decidedAt: string): string => `Decision ${id} of ${decidedAt.slice(0, 10)}`;

/** Whether a text is such a name. */
export const namesDecision = (text: string): boolean => /^Decision \d{1,15} of \d{4}-\d\d-\d\d$/.test(text);
