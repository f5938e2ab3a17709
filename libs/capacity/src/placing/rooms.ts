import type { BedPoolView } from '@haven/events';
import { effectiveRule, type AdmissionRule, type PlacingPool } from '@haven/kernel';

/** The pools of a service with the rules that decide who sleeps there: the service's and their own. */
export const roomsUnder = (service: AdmissionRule, pools: readonly BedPoolView[]): PlacingPool[] =>
  pools.map(({ id, free, admits }) => ({ id, free, admits: effectiveRule(service, admits) }));
