import type { Capacity, CapacityTransaction } from '../../ports.js';

/**
 * Tells of the beds of every service and of all holds that have not ended anew, newer than whatever was told before: for followers
 * that know a later state than a restored database, or nothing any more. Where no beds were ever told of it says that there are none,
 * as some may have been told of since the backup. Answers how many services there are.
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
