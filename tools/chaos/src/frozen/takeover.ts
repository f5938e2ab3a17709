import { setTimeout as sleep } from 'node:timers/promises';
import { nowOf } from '../infrastructure/evidence.js';
import type { Flow } from '../infrastructure/flow.js';
import type { Postgres } from '../infrastructure/postgres.js';
import { until } from '../infrastructure/until.js';
import type { Worker } from '../infrastructure/worker.js';

/** Keys that the process handled in the last seconds: those of its partitions. */
const keysOf = (schema: string, pid: number) =>
  `SELECT DISTINCT event_key FROM ${schema}.effect WHERE worker = ${pid} AND applied_at > clock_timestamp() - interval '4 seconds'`;

/** Waits until each of the consumers has partitions. */
export async function untilShared(postgres: Postgres, { schema }: Flow, consumers: readonly Worker[]): Promise<void> {
  const isShared = async () => {
    const rows = await postgres.ask<{ worker: number }>(
      `SELECT DISTINCT worker FROM ${schema}.effect WHERE applied_at > clock_timestamp() - interval '2 seconds'`,
    );
    const atWork = new Set(rows.map(({ worker }) => worker));
    return consumers.every((consumer) => atWork.has(consumer.child()?.pid ?? -1));
  };
  await until('all consumers have partitions', 60_000, isShared, 250);
  // By then no rebalance is in progress.
  await sleep(6_000);
  await until('all consumers have partitions', 60_000, isShared, 250);
}

/**
 * {@link takeoverAfter}, and how many events of the frozen consumer's keys were emitted since and not applied: without any, a missing
 * takeover would prove nothing. It waits for one, so that a slow machine shows the same.
 */
export async function leftBehindBy(
  postgres: Postgres,
  flow: Flow,
  consumer: Worker,
  freeze: () => void,
  limitMilliseconds: number,
): Promise<{ readonly takeover: number | null; readonly left: number }> {
  const keys = await postgres.ask<{ event_key: string }>(keysOf(flow.schema, consumer.child()!.pid!));
  const list = keys.map(({ event_key: key }) => `'${key}'`).join(', ');
  let since = '';
  const frozen = async () => (since ||= await nowOf(postgres));
  const takeover = await takeoverAfter(postgres, flow, consumer, () => (freeze(), void frozen()), limitMilliseconds);
  let left = 0;
  const isLeft = async () => {
    const [row] = await postgres.ask<{ left: number }>(
      `SELECT count(*)::int AS left FROM ${flow.schema}.emitted AS e WHERE e.emitted_at > '${await frozen()}' AND e.event_key IN (${list})
       AND NOT EXISTS (SELECT FROM ${flow.schema}.effect AS f WHERE f.event_id = e.event_id)`,
    );
    left = row!.left;
    return left > 0;
  };
  await until('something is left behind', 30_000, isLeft, 250).catch(() => null);
  return { takeover, left };
}

/** Freezes the consumer. Returns after how many milliseconds another process applies an event of its keys, or null if none does in time. */
export async function takeoverAfter(
  postgres: Postgres,
  { schema }: Flow,
  consumer: Worker,
  freeze: () => void,
  limitMilliseconds: number,
): Promise<number | null> {
  const pid = consumer.child()!.pid!;
  const keys = await postgres.ask<{ event_key: string }>(keysOf(schema, pid));
  if (keys.length === 0) throw new Error('The consumer has no partition.');
  const list = keys.map(({ event_key: key }) => `'${key}'`).join(', ');
  freeze();
  const frozenAt = await nowOf(postgres);
  let taken: number | null = null;
  const isTaken = async () => {
    const [row] = await postgres.ask<{ taken: number | null }>(
      `SELECT 1000 * extract(epoch FROM min(applied_at) - '${frozenAt}'::timestamptz)::float AS taken
       FROM ${schema}.effect WHERE applied_at > '${frozenAt}' AND worker <> ${pid} AND event_key IN (${list})`,
    );
    taken = row!.taken;
    return taken !== null;
  };
  await until('another has taken over', limitMilliseconds, isTaken, 250).catch(() => null);
  return taken === null ? null : Math.round(taken);
}
