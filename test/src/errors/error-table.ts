import { readFileSync } from 'node:fs';
import { inRepository } from '../harness/repository.js';

/** The explanation of a code for the caller. */
export interface Explained {
  readonly means: string;
  readonly next: string;
}

/** One check of a mutation before it changes anything, and its failure. */
export interface Step {
  readonly step: string;
  readonly code: string;
  readonly looksAt: string;
}

/** Every failure that a caller must expect; docs/errors.md is written from it. */
export interface ErrorTable {
  readonly codes: Readonly<Record<string, Explained & { readonly type: string }>>;
  /** In the order in which every mutation makes them. */
  readonly steps: readonly Step[];
  /** For each mutation, the steps at which it can fail, each with its subject. */
  readonly mutations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Codes of requests that are refused as a whole. */
  readonly requests: Readonly<Record<string, Explained>>;
}

/** The table, stored beside the document. */
export const errorTable = JSON.parse(readFileSync(inRepository('docs', 'errors.json'), 'utf8')) as ErrorTable;

/** The steps of a mutation, in order. */
export const stepsOf = (mutation: string): readonly Step[] =>
  errorTable.steps.filter(({ step }) => errorTable.mutations[mutation]?.[step] !== undefined);
