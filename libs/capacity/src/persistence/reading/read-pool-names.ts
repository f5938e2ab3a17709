import type { EntityManager } from 'typeorm';
import { bedPools } from '../capacity-entities.js';

/** The names that staff or the directory gave the open pools of a service, by id. */
export async function readPoolNames(tx: EntityManager, serviceId: string): Promise<ReadonlyMap<string, string>> {
  const pools = await tx.find(bedPools, { select: { id: true, name: true }, where: { service_id: serviceId, closed: false } });
  return new Map(pools.map(({ id, name }) => [id, name]));
}
