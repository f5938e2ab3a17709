import type { Capacity, CapacityTransaction } from '../../ports.js';

/**
 * Publishes the beds of every service and all holds that have not ended, with newer numbers than ever before. Use it after a restore, when
 * consumers have a later state than the database, or have lost theirs. A service that never published beds publishes that it has none,
 * because it may have published some after the backup. Returns the number of services.
 */
export async function retellBeds(
  capacity: Pick<Capacity, 'changing' | 'servicesAfter'>,
  onBatch: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  await capacity.changing({ serviceIds: [] }, (tx) => tx.leapSequences());
  let told = 0;
  for (let page = await capacity.servicesAfter(''); page.length > 0; page = await capacity.servicesAfter(page.at(-1)!)) {
    for (const serviceId of page) await capacity.changing({ serviceIds: [serviceId] }, (tx) => retell(tx, serviceId));
    told += page.length;
    await onBatch(told);
  }
  return told;
}

async function retell(tx: CapacityTransaction, serviceId: string): Promise<void> {
  await tx.lockBeds(serviceId);
  const service = await tx.service(serviceId);
  if (!(await tx.wasToldOf(serviceId))) tx.forgetBeds(serviceId);
  else await (service?.active ? tx.announce(serviceId) : tx.withdrawBeds(serviceId));
  await tx.tellHolds(serviceId);
}
