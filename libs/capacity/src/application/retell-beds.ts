import type { Capacity, CapacityTransaction } from './ports.js';

/**
 * Tells of all beds and of all holds that have not ended anew, with sequences that are newer than all before: for followers that
 * know a later state than a restored database, or nothing any more. Answers how many services have beds to tell of.
 */
export async function retellBeds(
  capacity: Pick<Capacity, 'transaction' | 'servicesToldOf'>,
  onBatch: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  await capacity.transaction((tx) => tx.leapSequences());
  let told = 0;
  for (let page = await capacity.servicesToldOf(''); page.length > 0; page = await capacity.servicesToldOf(page.at(-1)!)) {
    for (const serviceId of page) await capacity.transaction((tx) => retell(tx, serviceId));
    told += page.length;
    await onBatch(told);
  }
  return told;
}

async function retell(tx: CapacityTransaction, serviceId: string): Promise<void> {
  await tx.lockBeds(serviceId);
  await tx.leapBeds(serviceId);
  const service = await tx.service(serviceId);
  await (service?.active ? tx.announce(serviceId) : tx.withdrawBeds(serviceId));
  await tx.tellHolds(serviceId);
}
