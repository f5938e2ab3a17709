import type { ListedService, Point } from '../contract-types.js';

/** Where requests may start and what may lie near them. */
export interface Ground {
  readonly points: readonly Point[];
  readonly categories: readonly string[];
  readonly services: readonly ListedService[];
}
