import type { NeedCategory } from '@haven/kernel';

/** A part of what a person decided that something means, and by which decision. */
export interface Said<T> {
  readonly said: readonly T[];
  /** What names the decision, in words of ours: a publisher's could tell a confidential place. */
  readonly by: string;
}

/** What a person decided that a term means. */
export interface Decided {
  /** Null: nothing was decided of needs; the empty list: it is no need. */
  readonly needs: Said<NeedCategory> | null;
  /** In the words of data/crosswalks/README.md. Null: nothing was decided of persons; the empty list: it says nothing of them. */
  readonly persons: Said<string> | null;
}

/** All that was decided of one service, and of what it says. */
export interface DecidedOfService {
  /** By `keyOfTerm`. */
  readonly terms: ReadonlyMap<string, Decided>;
  readonly saying: Decided | null;
  readonly whole: Decided | null;
  /** What an export of the service carries of them. */
  readonly carried: readonly string[];
}

/** Nobody decided anything. */
export const undecided: DecidedOfService = { terms: new Map(), saying: null, whole: null, carried: [] };

/** How a rule names the decision that it comes from. */
export const nameOfDecision = (id: string, decidedAt: string): string => `Decision ${id} of ${decidedAt.slice(0, 10)}`;

/** Whether a text is such a name. */
export const namesDecision = (text: string): boolean => /^Decision \d{1,15} of \d{4}-\d\d-\d\d$/.test(text);
