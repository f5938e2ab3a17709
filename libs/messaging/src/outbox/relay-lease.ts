import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';

/** After this time another relay replaces a killed one. */
const leaseSeconds = 5;
const renewMilliseconds = 1_000;
/** The lease counts as lost a little early, because sending takes time. */
const marginMilliseconds = 500;

/** Another relay may be running. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** The right to publish from the outbox of a schema. One relay has it at a time. */
export interface RelayLease {
  /** Tries to get the lease for {@link leaseSeconds}; returns whether it did. */
  take(tx: EntityManager): Promise<boolean>;
  /** Renews the lease during the work, which may take longer than one term. */
  keepDuring<T>(work: () => Promise<T>): Promise<T>;
  /** Throws if the lease may have ended. Uses a monotonic clock, so it also notices that the process was paused. */
  check(): void;
  /** The same, checked by the database and valid until the end of the transaction. */
  confirm(tx: EntityManager): Promise<void>;
  giveBack(): Promise<void>;
}

/** The lease of `schema` for one relay. */
export function relayLease(database: Database, schema: string): RelayLease {
  const holder = randomUUID();
  let validUntil = Number.NEGATIVE_INFINITY;
  const extend = async (tx: Pick<EntityManager, 'query'>, condition: string) => {
    const asked = performance.now();
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE "${schema}".relay_lease SET holder = $1, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}) WHERE ${condition}`,
      [holder],
    );
    validUntil = count === 1 ? asked + leaseSeconds * 1_000 : Number.NEGATIVE_INFINITY;
    return count === 1;
  };
  const renew = () => extend(database.single, 'holder = $1').catch(() => false);
  return {
    take: (tx) => extend(tx, 'holder = $1 OR leased_until < clock_timestamp()'),
    keepDuring: (work) => whileRenewing(renew, work),
    check: () => {
      if (performance.now() > validUntil - marginMilliseconds) throw new LeaseLost();
    },
    confirm: async (tx) => {
      const rows = await tx.query<unknown[]>(
        `SELECT 1 FROM "${schema}".relay_lease WHERE holder = $1 AND leased_until > clock_timestamp() FOR UPDATE`,
        [holder],
      );
      if (rows.length === 0) throw new LeaseLost();
    },
    giveBack: async () => {
      validUntil = Number.NEGATIVE_INFINITY;
      await database.single.query(`UPDATE "${schema}".relay_lease SET leased_until = '-infinity' WHERE holder = $1`, [holder]);
    },
  };
}

/** Renews every second, one renewal at a time. The next renewal makes up for a failed one. */
async function whileRenewing<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let renewing: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    renewing ??= renew().finally(() => (renewing = null));
  }, renewMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await (renewing as Promise<unknown> | null);
  }
}
