import type { WeighedBeds } from './candidate.js';

/**
 * Whether nobody can get a bed: every bed is taken, or intake is closed. Unknown does not mean full. A full service is no match for any
 * party, so a match may skip it.
 */
export const isFull = ({ status, pools }: Pick<WeighedBeds, 'status' | 'pools'>): boolean =>
  status !== 'UNKNOWN' && (status === 'NO_CAPACITY' || (pools.length > 0 && pools.every(({ free }) => free === 0)));
