import type { Registry, UnclearCursor, UnclearTerms } from '../ports.js';

/** Unclear terms, first those that most services lack something for. */
export const unclearTerms = (
  registry: Registry,
  source: string | null,
  after: UnclearCursor | null,
  first: number,
): ReturnType<UnclearTerms['page']> => registry.transaction(({ unclear }) => unclear.page(source, after, first));
