import type { NeedCategory } from '@haven/kernel';
import type { TermKind } from './crosswalks/term-key.js';
import type { Page } from './page.js';

/** Where a page of unclear terms goes on. */
export interface UnclearCursor {
  readonly lacking: number;
  readonly services: number;
  readonly source: string;
  readonly kind: TermKind;
  readonly key: string;
}

/** A term that decided nothing, and for how many services of a source. */
export interface UnclearUse extends UnclearCursor {
  readonly taxonomy: string | null;
  readonly code: string | null;
  readonly name: string;
  /** Some of the services, first those that lack something for want of it. */
  readonly examples: readonly { readonly id: string; readonly name: string }[];
}

/** What nobody understands of published entries. */
export interface UnclearTerms {
  /** The next, those for want of which most is lacking first. source null: of all. */
  page(source: string | null, after: UnclearCursor | null, first: number): Promise<Page<UnclearUse>>;
}

/** What a decision is about: a term or a text of one source or of all (source null), or of a service alone; or that service as a whole. */
export interface DecisionTarget {
  readonly kind: TermKind;
  readonly key: string;
  readonly source: string | null;
  readonly serviceId: string | null;
}

/** What a person decides. A text is not kept: it may have to be hidden later. */
export interface NewDecision extends DecisionTarget {
  readonly taxonomy: string | null;
  readonly name: string | null;
  /** Null: nothing is decided of needs; the empty list: none. */
  readonly categories: readonly NeedCategory[] | null;
  /** In the words of the crosswalks. */
  readonly persons: readonly string[] | null;
  /** What was decided before counts no more, and nothing in its place. */
  readonly withdrawn: boolean;
  readonly decidedBy: string;
  /** How many published services showed it. */
  readonly services: number;
}

/** A decision on record. */
export interface StoredDecision extends NewDecision {
  readonly id: string;
  readonly decidedAt: string;
  /** It is the latest of its target. */
  readonly isCurrent: boolean;
  /** How many services wait to be read anew because of it. */
  readonly waiting: number;
}

/** What persons decided that terms mean. What was decided once stays on record. */
export interface TermDecisions {
  /** Nobody else decides until the end of the transaction. Comes first in it. */
  lock(): Promise<void>;
  add(decision: NewDecision): Promise<StoredDecision>;
  /** The latest of the target, also when it was withdrawn. */
  current(target: DecisionTarget): Promise<StoredDecision | null>;
  /** Those in force that may be about any of these. */
  inForce(sources: readonly string[], serviceIds: readonly string[], keys: readonly string[]): Promise<readonly StoredDecision[]>;
  /** Those after the given one, the oldest first; '0': all. */
  since(id: string): Promise<readonly StoredDecision[]>;
  lastId(): Promise<string>;
  /** Those of which nothing was ever decided, neither of all sources nor with a withdrawal since. */
  neverDecided<T extends DecisionTarget>(targets: readonly T[]): Promise<readonly T[]>;
  /** Services that a decision about this may change. */
  carriers(target: DecisionTarget): Promise<readonly string[]>;
  /** Those of these services whose entry shows the term or the text. */
  shownBy(target: DecisionTarget, serviceIds: readonly string[]): Promise<readonly string[]>;
  /** The latest first. source null: of all. */
  page(source: string | null, before: string | null, first: number): Promise<Page<StoredDecision>>;
}
