import type { NeedCategory } from '@haven/kernel';
import type { TermKind } from './crosswalks/term-key.js';
import type { Page } from './page.js';

/** Where the next page of unclear terms begins. */
export interface UnclearCursor {
  readonly lacking: number;
  readonly services: number;
  readonly source: string;
  readonly kind: TermKind;
  readonly key: string;
}

/** An unclear term of a source, and how many of its services have it. */
export interface UnclearUse extends UnclearCursor {
  readonly taxonomy: string | null;
  readonly code: string | null;
  readonly name: string;
  /** Some of these services, those first that lack a category or a rule because of the term. */
  readonly examples: readonly { readonly id: string; readonly name: string }[];
}

/** The unclear terms of published entries. */
export interface UnclearTerms {
  /** The next ones; those first because of which most services lack something. source null: of all sources. */
  page(source: string | null, after: UnclearCursor | null, first: number): Promise<Page<UnclearUse>>;
}

/** What a decision is about: a term or text of one source, of all sources (source null) or of one service; or a service as a whole. */
export interface DecisionTarget {
  readonly kind: TermKind;
  readonly key: string;
  readonly source: string | null;
  readonly serviceId: string | null;
}

/** What a person decides. The text itself is not stored: it may have to be hidden later. */
export interface NewDecision extends DecisionTarget {
  readonly taxonomy: string | null;
  readonly name: string | null;
  /** Null: the decision is not about needs; empty list: no need. */
  readonly categories: readonly NeedCategory[] | null;
  /** In the words of the crosswalks. */
  readonly persons: readonly string[] | null;
  /** The earlier decision no longer holds, and none replaces it. */
  readonly withdrawn: boolean;
  readonly decidedBy: string;
  /** How many published services showed the term. */
  readonly services: number;
}

/** A decision on record. */
export interface StoredDecision extends NewDecision {
  readonly id: string;
  readonly decidedAt: string;
  /** It is the latest decision on its target. */
  readonly isCurrent: boolean;
  /** How many services must still be read again because of it. */
  readonly waiting: number;
}

/** Decisions of people on what terms mean. They stay on record. */
export interface TermDecisions {
  /** Nobody else decides until the transaction ends. Call this first in the transaction. */
  lock(): Promise<void>;
  add(decision: NewDecision): Promise<StoredDecision>;
  /** The latest decision on the target, even if it was withdrawn. */
  current(target: DecisionTarget): Promise<StoredDecision | null>;
  /** Decisions in force that may be about any of these. */
  inForce(sources: readonly string[], serviceIds: readonly string[], keys: readonly string[]): Promise<readonly StoredDecision[]>;
  /** Decisions after the given one, the oldest first; '0': all. */
  since(id: string): Promise<readonly StoredDecision[]>;
  lastId(): Promise<string>;
  /** Those targets without any decision: none for all sources, and none withdrawn since. */
  neverDecided<T extends DecisionTarget>(targets: readonly T[]): Promise<readonly T[]>;
  /** Services that a decision on this target may change. */
  carriers(target: DecisionTarget): Promise<readonly string[]>;
  /** Those of these services whose entry shows the term or text. */
  shownBy(target: DecisionTarget, serviceIds: readonly string[]): Promise<readonly string[]>;
  /** The latest first. source null: of all sources. */
  page(source: string | null, before: string | null, first: number): Promise<Page<StoredDecision>>;
}
