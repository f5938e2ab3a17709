import type { EntityManager } from 'typeorm';
import { bedPools } from '../capacity-entities.js';

/** What staff or the directory call the pools of a service that are not closed, by id. */
export async function readPoolNames(tx: EntityManager, serviceId: string): Promise<ReadonlyMap<string, string>> {
  const pools = await tx.find(bedPools, { select: { id: true, name: true }, where: { service_id: serviceId, closed: false } });
  return new Map(pools.map(({ id, name }) => [id, name]));
}
