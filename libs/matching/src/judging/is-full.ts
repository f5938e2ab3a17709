import type { WeighedBeds } from './candidate.js';

/**
 * Whether nothing is to be had for anybody: every bed is taken, or the door is closed. What is not known is not full. No party can be
 * a match for it, so that a match may pass it by.
 */
export const isFull = ({ status, pools }: Pick<WeighedBeds, 'status' | 'pools'>): boolean =>
  status !== 'UNKNOWN' && (status === 'NO_CAPACITY' || (pools.length > 0 && pools.every(({ free }) => free === 0)));
