import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HoldBedsCommand } from '@haven/capacity';
import { once, type Database } from '@haven/persistence';
import type { Caller } from '@haven/security';

interface Pool {
  readonly id: string;
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly out_of_service: number;
}

/** Pause between reading and writing, where all others do the same. */
const gapMilliseconds = 3;

let goOn: (() => void) | null = null;
/** The first two claims of a process continue only when both have read. */
const firstTwoMeet = (): Promise<void> => {
  const other = goOn;
  if (!other) return new Promise((resolve) => (goOn = resolve));
  other();
  return Promise.resolve();
};

/**
 * Reads whether there is room, and then writes the computed counts: what a claim must not do. Everything else is as in the product: one
 * transaction, the key, the history, and a table that refuses counts that do not add up.
 */
export function naiveHoldBeds(database: Database, caller: Caller, command: HoldBedsCommand): Promise<unknown> {
  const { idempotencyKey: key, ...body } = command;
  const { serviceId, party, minutes } = command;
  const { subject, organizationId } = caller;
  return database.transaction((tx) =>
    once(tx, { schema: 'capacity', operation: 'holdBeds', key, subject, organizationId, body }, async () => {
      const pools = await tx.query<Pool[]>('SELECT * FROM capacity.bed_pool WHERE service_id = $1 ORDER BY number', [serviceId]);
      await firstTwoMeet();
      await sleep(gapMilliseconds);
      const pool = pools.find(({ total, occupied, held, out_of_service: out }) => total - occupied - held - out >= party.length);
      if (!pool) return { kind: 'NoBedsLeft', availability: { pools: [], sequence: 0 } };
      const id = randomUUID();
      await tx.query(
        `WITH changed AS (UPDATE capacity.bed_pool SET held = $2, version = version + 1 WHERE id = $1 RETURNING *)
         INSERT INTO capacity.occupancy_change (pool_id, version, service_id, at, total, occupied, held, out_of_service, subject)
         SELECT id, version, service_id, clock_timestamp(), total, occupied, held, out_of_service, $3 FROM changed`,
        [pool.id, pool.held + party.length, caller.subject],
      );
      await tx.query(`INSERT INTO capacity.held_beds (hold_id, pool_id, beds) VALUES ($1, $2, $3)`, [id, pool.id, party.length]);
      await tx.query(
        `WITH added AS (
           INSERT INTO capacity.hold (id, service_id, state, subject, organization_id, party, asks, created_at, expires_at, version)
           VALUES ($1, $2, 'HELD', $3, $4, '[]', '[]', now(), now() + make_interval(mins => $5), 1) RETURNING *)
         INSERT INTO capacity.hold_change (hold_id, version, state, at, subject) SELECT id, version, state, created_at, subject FROM added`,
        [id, serviceId, caller.subject, caller.organizationId, minutes],
      );
      const beds = [{ poolId: pool.id, beds: party.length }];
      return { hold: { id, serviceId, state: 'HELD', version: 1, beds, createdAt: '', expiresAt: '' } };
    }),
  );
}
