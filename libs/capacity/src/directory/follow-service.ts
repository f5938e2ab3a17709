import type { SeedCapacity } from '@haven/events';
import { canonicalJson } from '@haven/kernel';
import { followDirectory, type FollowingPool } from './follow-directory.js';
import { seedOf } from './seed.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { CapacityTransaction, ServiceRef, StoredPool } from '../ports.js';

/** The parts of a registry's service event that capacity needs. */
export interface FollowedService {
  readonly service: ServiceRef;
  readonly capacities: readonly SeedCapacity[];
  readonly toldAt: Date;
}

/** Stores a service from its event, with the pools that the directory seeds. */
export async function followService(tx: CapacityTransaction, followed: FollowedService): Promise<void> {
  const { service, capacities } = followed;
  const before = await tx.putService(service);
  const mustTell = before !== null && isNews(before, service);
  const hasTurned = before !== null && before.takesPeople !== service.takesPeople;
  if (!hasTurned && capacities.length === 0 && (await tx.poolsOf(service.serviceId)).length === 0) return;
  await tx.lockBeds(service.serviceId);
  if (hasTurned && !service.takesPeople) await turnAway(tx, service.serviceId);
  const pools = await tx.poolsOf(service.serviceId);
  const changed = await followCapacities(tx, followed, pools);
  if (changed || hasTurned || (mustTell && pools.some(({ closed }) => !closed))) await offerAndAnnounceBeds(tx, service.serviceId);
}

/**
 * Publish the beds if what is published with them has changed, if the service came back after a withdrawal, or if the rule now admits other
 * waitlist entries.
 */
const isNews = (before: ServiceRef, now: ServiceRef): boolean =>
  before.organizationId !== now.organizationId || before.country !== now.country || !before.active || admitsOthers(before, now);

const admitsOthers = (before: ServiceRef, now: ServiceRef): boolean =>
  before.admits !== null && canonicalJson(before.admits) !== canonicalJson(now.admits);

/**
 * The registry withdrew the service. Its pools stay in the database, since no other service stores them, for the day it comes back. Holds
 * are declined and waitlist entries end, with events, so that nobody travels to a shelter that is gone. Guests who live there stay until
 * they check out.
 */
export async function forgetService(tx: CapacityTransaction, serviceId: string): Promise<void> {
  if (!(await tx.service(serviceId))?.active) return;
  await tx.lockBeds(serviceId);
  const service = (await tx.service(serviceId))!;
  await tx.putService({ ...service, active: false });
  await turnAway(tx, serviceId);
  await tx.withdrawBeds(serviceId);
}

/** Declines the holds and ends the waitlist entries of a locked service. */
async function turnAway(tx: CapacityTransaction, serviceId: string): Promise<void> {
  await tx.expireDueHolds(serviceId);
  await tx.declineHolds(serviceId);
  await tx.endWaits(serviceId);
}

async function followCapacities(tx: CapacityTransaction, followed: FollowedService, pools: readonly StoredPool[]): Promise<boolean> {
  const { serviceId } = followed.service;
  const seeds = followed.capacities.map((capacity) => seedOf(serviceId, capacity, followed.toldAt)).filter((seed) => seed !== null);
  const { put, close } = followDirectory(pools.map(followingOf), seeds);
  let changed = close.length > 0;
  for (const { poolId, counts } of close) await tx.closePool(poolId, counts);
  for (const { seed, counts } of put) {
    const stored = pools.find(({ pool }) => pool.id === seed.poolId) ?? null;
    changed = (await tx.putFromDirectory({ ...seed, id: seed.poolId, serviceId, ...counts }, stored)) || changed;
  }
  return changed;
}

const followingOf = ({ pool: { id, total, occupied, held, outOfService }, counted, closed }: StoredPool): FollowingPool => ({
  id,
  counts: { total, occupied, held, outOfService },
  counted,
  closed,
});
