import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { countsOf, delaysOf, flawless, nowOf, verdictOn, type Delays } from '../infrastructure/evidence.js';
import { prepareFlow, type Flow } from '../infrastructure/flow.js';
import { report, tellProgress } from '../infrastructure/report.js';
import { startSystem, type ChaosSystem } from '../infrastructure/system.js';
import { until } from '../infrastructure/until.js';
import { parkingOf } from './parking.js';

const poisoned = 0.01;
/** A few events for each key, so that later ones come after a poisoned one. */
const [eventsPerSecond, keys] = [150, 1_500];
/** The time that the machine needs without any poison, for comparison. */
const healthyMilliseconds = 7_000;
const emittingMilliseconds = 35_000;
const delayMilliseconds = 2_000;

let system: ChaosSystem;
beforeAll(async () => {
  system = await startSystem('poison');
}, 240_000);
afterAll(() => system?.close(), 60_000);

const counts = ({ schema }: Flow) => countsOf(system.postgres, schema);

/** Everything that was emitted is applied or parked. */
const isSettled = async (flow: Flow) => {
  const { emitted, outbox, effects, parked } = await counts(flow);
  return outbox === 0 && effects + parked >= emitted;
};

/** Waits until the group is formed, before anything is measured; returns the moment by the database's clock. */
async function warmUp(flow: Flow): Promise<string> {
  const emitter = flow.emitter({ eventsPerSecond: 20, keys: 50 });
  const { effects } = await counts(flow);
  await until('the first effect', 60_000, async () => (await counts(flow)).effects > effects);
  await emitter.stop();
  await until('it is at rest', 30_000, () => isSettled(flow));
  return nowOf(system.postgres);
}

/** Emits for a while and waits until everything is done; returns the delays of the keys without a poisoned event. */
async function delaysWhile(flow: Flow, settings: { poisoned?: number }, milliseconds: number): Promise<Delays> {
  const since = await warmUp(flow);
  const emitter = flow.emitter({ eventsPerSecond, keys, ...settings });
  await sleep(milliseconds);
  await emitter.stop();
  await until('all is applied or parked', 60_000, () => isSettled(flow));
  return delaysOf(system.postgres, flow.schema, since);
}

/** The key of the first event that nobody can apply; null if none was emitted yet. */
async function firstPoisoned({ schema }: Flow): Promise<string | null> {
  const [row] = await system.postgres.ask<{ event_key: string }>(
    `SELECT event_key FROM ${schema}.emitted WHERE poisoned ORDER BY emitted_at LIMIT 1`,
  );
  return row?.event_key ?? null;
}

describe('one poisoned event in a hundred', () => {
  it('delays no other key, is parked with the later ones of its key, and is applied in order after the repair', async () => {
    const { postgres } = system;
    const flow = await prepareFlow(system, 'poison');
    const stopTelling = tellProgress(async () => JSON.stringify(await counts(flow)));
    try {
      [1, 2].forEach(() => flow.relay());
      const sick = [1, 2, 3].map(() => flow.consumer());
      const healthy = await delaysWhile(flow, {}, healthyMilliseconds);
      const delays = await delaysWhile(flow, { poisoned }, emittingMilliseconds);
      const parking = await parkingOf(postgres, flow.schema);

      await Promise.all(sick.map((consumer) => consumer.stop()));
      [1, 2, 3].forEach(() => flow.consumer({ repaired: true }));
      // The live consumers must not overtake the replay.
      const meanwhile = flow.emitter({ eventsPerSecond, keys });
      const before = (await counts(flow)).effects;
      await until('the repaired consumers work', 60_000, async () => (await counts(flow)).effects > before + 100);
      const replay = await flow.replay();
      await sleep(3_000);
      await meanwhile.stop();
      await until('all is applied', 60_000, () => isSettled(flow));
      const verdict = await verdictOn(postgres, flow.schema);
      await report('poison', { healthy, delays, parking, replay, ...verdict });
      expect(parking).toMatchObject({ missing: 0, wrong: 0 });
      expect(parking.poisoned).toBeGreaterThan(30);
      expect(parking.expected).toBeGreaterThan(parking.poisoned);
      expect(delays.p99).toBeLessThan(delayMilliseconds);
      expect(replay).toMatchObject({ stillParked: 0 });
      expect(replay.applied).toBeGreaterThanOrEqual(parking.expected);
      expect(verdict).toMatchObject(flawless);
    } finally {
      await stopTelling();
    }
  }, 300_000);

  it('delays other keys if nothing can pass it: the same measure finds that', async () => {
    const flow = await prepareFlow(system, 'blocks');
    flow.relay();
    const consumer = flow.consumer({ naive: 'blocks' });
    const since = await warmUp(flow);
    const emitter = flow.emitter({ eventsPerSecond, keys, poisoned });
    // Until a poisoned event has blocked its partition for so long: then nothing behind it is applied any more, on any machine.
    const delaysNow = () => delaysOf(system.postgres, flow.schema, since);
    const isDelayed = async () => (await firstPoisoned(flow)) !== null && (await delaysNow()).p99 > delayMilliseconds;
    await until('other keys are delayed', 90_000, isDelayed, 500).catch(() => null);
    await emitter.stop();
    const delays = await delaysNow();
    const poison = await firstPoisoned(flow);
    await consumer.stop();
    await report('poison, naive: blocks', { delays, poison });
    expect(poison).not.toBeNull();
    expect(delays.p99).toBeGreaterThan(delayMilliseconds);
  }, 240_000);
});
