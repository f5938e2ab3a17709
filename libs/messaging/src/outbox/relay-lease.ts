import { randomUUID } from 'node:crypto';
import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';

/** A relay that was killed is succeeded after this time. */
const leaseSeconds = 5;
const renewMilliseconds = 1_000;
/** The lease counts as lost a little early: what is sent now takes its time. */
const marginMilliseconds = 500;

/** Another relay may be at work. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** The right to publish from the outbox of a schema, which one relay has at a time. */
export interface RelayLease {
  /** Whether it is ours now; then for {@link leaseSeconds}. */
  take(tx: EntityManager): Promise<boolean>;
  /** Keeps it while the work lasts, which may be longer than one term. */
  keepDuring<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when it may have ended. By a monotonic clock: also after the process was paused. */
  check(): void;
  /** The same by the database's own word, which holds until the end of the transaction. */
  confirm(tx: EntityManager): Promise<void>;
  giveBack(): Promise<void>;
}

/** The lease of `schema` as seen by one relay. */
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

/** Renews every second, one at a time; a renewal that failed is made again with the next. */
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
