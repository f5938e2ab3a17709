import type { ListedService, Point } from '../contract-types.js';

/** Points where requests may start, and places near them. */
export interface Ground {
  readonly points: readonly Point[];
  readonly categories: readonly string[];
  readonly services: readonly ListedService[];
}
