import type { Capacity } from '@haven/capacity';

/** Whoever came last is served first: what a list must not do. Everything else is as in the product. */
export const lastComeFirstServed = (capacity: Capacity): Capacity => ({
  ...capacity,
  transaction: (work, shelterId) =>
    capacity.transaction((tx) => work({ ...tx, inLine: async (serviceId) => (await tx.inLine(serviceId)).toReversed() }), shelterId),
});
