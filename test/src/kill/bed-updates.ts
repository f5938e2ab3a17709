import { randomUUID } from 'node:crypto';
import type { System } from '../harness/system.js';
import { mutate } from '../bad-input/registry-operations.js';

/** One pool, as the client that counts its beds sees it. */
export interface CountedPool {
  readonly id: string;
  readonly total: number;
  version: number;
  occupied: number;
  /** The update that was sent, but not answered before the system died. */
  open: { readonly idempotencyKey: string; readonly expectedVersion: number; readonly occupied: number } | null;
}

/** Sets the count of a pool again and again until the system stops answering; `pool` records what was acknowledged. */
export async function countUntilDeath(system: System, pool: CountedPool): Promise<void> {
  for (;;) {
    pool.open = { idempotencyKey: randomUUID(), expectedVersion: pool.version, occupied: (pool.occupied + 1) % (pool.total + 1) };
    try {
      const { result } = await mutate(system, 'setBedCounts', { poolId: pool.id, ...pool.open });
      if (result?.__typename !== 'BedPool') return;
      pool.version = result.version;
      pool.occupied = result.occupied;
      pool.open = null;
    } catch {
      return;
    }
  }
}
