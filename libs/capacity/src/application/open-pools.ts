import type { BedPoolView } from '@haven/contracts';
import type { CapacityTransaction } from './ports.js';

/** The pools of a service that somebody can sleep in. */
export const openPools = async (tx: Pick<CapacityTransaction, 'poolsOf'>, serviceId: string): Promise<readonly BedPoolView[]> =>
  (await tx.poolsOf(serviceId)).filter(({ closed }) => !closed).map(({ pool }) => pool);
