import type { Capacity } from '@haven/capacity';
import { unknownRule } from '@haven/kernel';

type Transaction = Parameters<Parameters<Capacity['changing']>[1]>[0];

/** Uses only the rules of pools, not that of their service: what a claim must not do. Everything else is as in the product. */
export const rulesOfPoolsOnly = (capacity: Capacity): Capacity => ({
  ...capacity,
  changing: (beds, work) => capacity.changing(beds, (tx) => work(withoutRule(tx))),
});

const withoutRule = (tx: Transaction): Transaction => ({
  ...tx,
  lockShelter: async (...of) => {
    const shelter = await tx.lockShelter(...of);
    return shelter && { ...shelter, service: { ...shelter.service, admits: unknownRule } };
  },
});
