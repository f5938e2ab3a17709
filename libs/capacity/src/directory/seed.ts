import type { SeedCapacity } from '@haven/events';
import type { AdmissionRule } from '@haven/kernel';
import { v5 as uuidFromName } from 'uuid';
import { mostBeds, type BedCounts } from '../beds/bed-pool.js';

/** A pool in the directory. */
export interface Seed {
  readonly poolId: string;
  readonly name: string;
  readonly admits: AdmissionRule;
  readonly total: number;
  readonly occupied: number;
  readonly confirmedAt: string | null;
}

const namespace = '7d2f3c1e-58b4-5f0a-9a61-2b8f0c4d6e17';

/** The same seed of the same service gives the same pool, on every import and in every system. */
export const seededPoolId = (serviceId: string, seedId: string): string => uuidFromName(JSON.stringify([serviceId, seedId]), namespace);

/**
 * The pool that a capacity seeds. `toldAt`: when the directory published it. Null if it does not give the number of free beds: a guessed
 * pool would turn people away or promise beds, while a match asks a service without a pool. Real directories sometimes give more free beds
 * than the maximum; then the maximum counts.
 */
export function seedOf(serviceId: string, capacity: SeedCapacity, toldAt: Date): Seed | null {
  const available = known(capacity.available);
  if (available === null) return null;
  const total = known(capacity.maximum) ?? available;
  return {
    poolId: seededPoolId(serviceId, capacity.id),
    name: capacity.name,
    admits: capacity.admits,
    total,
    occupied: Math.max(0, total - available),
    confirmedAt: believedDate(capacity.updatedAt, toldAt),
  };
}

/** A count cannot be later than its publication: such a date is a mistake, and the real one is unknown. */
const believedDate = (updatedAt: string | null, toldAt: Date): string | null =>
  updatedAt !== null && Date.parse(updatedAt) <= toldAt.getTime() ? updatedAt : null;

const known = (count: number | null): number | null => (count === null || count < 0 ? null : Math.min(count, mostBeds));

/** Counts of a pool after its seed changed. Held beds stay held, whatever the directory says. */
export function reseed(current: BedCounts, seed: Pick<Seed, 'total' | 'occupied'>): BedCounts {
  const { held, outOfService } = current;
  const total = Math.max(seed.total, held + outOfService);
  return { total, occupied: Math.min(seed.occupied, total - held - outOfService), held, outOfService };
}
