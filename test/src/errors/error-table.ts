import { readFileSync } from 'node:fs';
import { inRepository } from '../harness/repository.js';

/** What a code tells the caller. */
export interface Explained {
  readonly means: string;
  readonly next: string;
}

/** One look that a mutation takes before it changes anything, and how it fails there. */
export interface Step {
  readonly step: string;
  readonly code: string;
  readonly looksAt: string;
}

/** Every failure that a caller has to expect; docs/errors.md is written from it. */
export interface ErrorTable {
  readonly codes: Readonly<Record<string, Explained & { readonly type: string }>>;
  /** In the order in which every mutation takes them. */
  readonly steps: readonly Step[];
  /** For each mutation the steps at which it can fail, each with what it is about there. */
  readonly mutations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Codes of requests that are refused as a whole. */
  readonly requests: Readonly<Record<string, Explained>>;
}

/** The table, as it is kept beside the document. */
export const errorTable = JSON.parse(readFileSync(inRepository('docs', 'errors.json'), 'utf8')) as ErrorTable;

/** The steps of a mutation in their order. */
export const stepsOf = (mutation: string): readonly Step[] =>
  errorTable.steps.filter(({ step }) => errorTable.mutations[mutation]?.[step] !== undefined);
