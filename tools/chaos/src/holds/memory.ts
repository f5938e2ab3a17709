import type { SeenHold } from './history.js';

/** A hold, as it was last shown. */
export type Known = Pick<SeenHold, 'id' | 'version' | 'state' | 'acceptBy'>;

/** Holds and waitlist entries that the workers of an organization remember. */
export interface Memory {
  readonly organization: string;
  readonly holds: Known[];
  /** Ids of waitlist entries. */
  readonly waiting: string[];
  /** Whether some have to go first. */
  isFull(): boolean;
}

const mostHolds = 80;

/** An empty memory. */
export function memoryOf(organization: string): Memory {
  const holds: Known[] = [];
  return { organization, holds, waiting: [], isFull: () => holds.length > mostHolds };
}
