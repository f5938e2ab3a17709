import type { Registry, UnclearCursor, UnclearTerms } from '../ports.js';

/** The terms that decided nothing, those first for want of which most services lack something. */
export const unclearTerms = (
  registry: Registry,
  source: string | null,
  after: UnclearCursor | null,
  first: number,
): ReturnType<UnclearTerms['page']> => registry.transaction(({ unclear }) => unclear.page(source, after, first));
