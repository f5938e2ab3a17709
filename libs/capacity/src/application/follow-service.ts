import { reseed, seedOf, type Seed, type SeedCapacity } from '../domain/seed.js';
import type { CapacityTransaction, ServiceRef, StoredPool } from './ports.js';

/** What the registry tells of a service, as far as beds are concerned. */
export interface FollowedService {
  readonly service: ServiceRef;
  readonly capacities: readonly SeedCapacity[];
}

/** Takes over a service as the registry tells it, with the pools that the directory seeds. */
export async function followService(tx: CapacityTransaction, { service, capacities }: FollowedService): Promise<void> {
  const before = await tx.putService(service);
  const moved = before !== null && (before.organizationId !== service.organizationId || before.country !== service.country);
  const seeds = capacities.map((capacity) => seedOf(service.serviceId, capacity)).filter((seed) => seed !== null);
  if (!moved && seeds.length === 0) return;
  await tx.lockBeds(service.serviceId);
  const pools = await tx.poolsOf(service.serviceId);
  const seeded = await plant(tx, service.serviceId, seeds, pools);
  if (seeded || (moved && pools.length > 0)) await tx.announce(service.serviceId);
}

/** The registry withdrew the service; its pools stay for the day it comes back. */
export async function forgetService(tx: CapacityTransaction, serviceId: string): Promise<void> {
  const service = await tx.service(serviceId);
  if (service) await tx.putService({ ...service, active: false });
}

async function plant(tx: CapacityTransaction, serviceId: string, seeds: readonly Seed[], pools: readonly StoredPool[]): Promise<boolean> {
  let changed = false;
  for (const seed of seeds) {
    const stored = pools.find(({ pool }) => pool.id === seed.poolId) ?? null;
    changed = (await tx.putFromDirectory({ id: seed.poolId, serviceId, ...seed, ...countsFrom(seed, stored) }, stored)) || changed;
  }
  return changed;
}

/** Whom a pool admits follows the directory for good; how many beds it has only until a person has counted them. */
function countsFrom(seed: Seed, stored: StoredPool | null) {
  if (!stored) return { total: seed.total, occupied: seed.occupied, held: 0, outOfService: 0 };
  const { total, occupied, held, outOfService } = stored.pool;
  return stored.counted ? { total, occupied, held, outOfService } : reseed(stored.pool, seed);
}
