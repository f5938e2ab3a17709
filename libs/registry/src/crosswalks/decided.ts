import type { NeedCategory } from '@haven/kernel';

/** Part of what a person decided, with the decision. */
export interface Said<T> {
  readonly said: readonly T[];
  /** Names the decision in Haven's words: a publisher's words could reveal a confidential place. */
  readonly by: string;
}

/** What a person decided that a term means. */
export interface Decided {
  /** Null: no decision about needs; the empty list: it is no need. */
  readonly needs: Said<NeedCategory> | null;
  /** In the words of data/crosswalks/README.md. Null: no decision about persons; the empty list: it says nothing about them. */
  readonly persons: Said<string> | null;
}

/** All decisions about one service and its terms and texts. */
export interface DecidedOfService {
  /** By `keyOfTerm`. */
  readonly terms: ReadonlyMap<string, Decided>;
  readonly saying: Decided | null;
  readonly whole: Decided | null;
  /** The decisions that an export of the service carries. */
  readonly carried: readonly string[];
}

/** No decisions. */
export const undecided: DecidedOfService = { terms: new Map(), saying: null, whole: null, carried: [] };

/** How a rule names the decision that it comes from. */
export const nameOfDecision = (id: string, decidedAt: string): string => `Decision ${id} of ${decidedAt.slice(0, 10)}`;

/** Whether a text is such a name. */
export const namesDecision = (text: string): boolean => /^Decision \d{1,15} of \d{4}-\d\d-\d\d$/.test(text);
