import type { SeenHold } from './history.js';

/** A hold as somebody last saw it. */
export type Known = Pick<SeenHold, 'id' | 'version' | 'state' | 'acceptBy'>;

/** What the workers of an organization know of their holds, and of those who wait. */
export interface Memory {
  readonly organization: string;
  readonly holds: Known[];
  /** Ids of those who wait. */
  readonly waiting: string[];
  /** Whether some have to go first. */
  isFull(): boolean;
}

const mostHolds = 80;

/** Knows nothing yet. */
export function memoryOf(organization: string): Memory {
  const holds: Known[] = [];
  return { organization, holds, waiting: [], isFull: () => holds.length > mostHolds };
}
