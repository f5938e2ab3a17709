import type { Registry, TermDecisions } from '../ports.js';

/** Decisions, the latest first. */
export const termDecisions = (
  registry: Registry,
  source: string | null,
  before: string | null,
  first: number,
): ReturnType<TermDecisions['page']> => registry.transaction(({ decisions }) => decisions.page(source, before, first));
