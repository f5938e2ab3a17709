import type { Capacity } from '@haven/capacity';

type Transaction = Parameters<Parameters<Capacity['changing']>[1]>[0];

/** Serves the last in line first: what a waiting list must not do. Everything else is as in the product. */
export const lastComeFirstServed = (capacity: Capacity): Capacity => ({
  ...capacity,
  changing: (beds, work) => capacity.changing(beds, (tx) => work(reversed(tx))),
  tidying: (serviceId, work) => capacity.tidying(serviceId, (tx) => work(reversed(tx))),
});

const reversed = (tx: Transaction): Transaction => ({
  ...tx,
  inLine: async (serviceId) => (await tx.inLine(serviceId)).toReversed(),
});
