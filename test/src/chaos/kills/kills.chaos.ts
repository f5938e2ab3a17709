import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { countsOf, flawless, verdictOn, type Verdict } from '../infrastructure/evidence.js';
import { prepareFlow, type Flow } from '../infrastructure/flow.js';
import { report, tellProgress } from '../infrastructure/report.js';
import { startSystem, type ChaosSystem } from '../infrastructure/system.js';
import { until } from '../infrastructure/until.js';
import type { ConsumerSettings, RelaySettings } from '../workers/settings.js';
import { startKiller } from './killer.js';

/** HAVEN_CHAOS_EVENTS makes it longer. */
const wantedEvents = Number(process.env['HAVEN_CHAOS_EVENTS'] ?? 100_000);
const wantedKills = 40;
const backlogMilliseconds = 30_000;
const eventsPerSecond = 520;
/** What the machine may take for it, with the kills. */
const limitMilliseconds = 300_000 + (wantedEvents / 200) * 1_000;

let system: ChaosSystem;
beforeAll(async () => {
  system = await startSystem('kills');
}, 240_000);
afterAll(() => system?.close(), 60_000);

describe('kill -9 of relays, consumers, brokers and PostgreSQL under load', () => {
  it(
    'loses nothing, reorders nothing, does nothing twice, and has no backlog 30 s after the last kill',
    async () => {
      const { postgres } = system;
      const flow = await prepareFlow(system, 'kills');
      const consumers = [1, 2, 3].map(() => flow.consumer());
      const relays = [1, 2].map(() => flow.relay());
      const emitter = flow.emitter({ eventsPerSecond, keys: 1_000 });
      const counts = () => countsOf(postgres, flow.schema);
      await until('the first effect', 60_000, async () => (await counts()).effects > 0);
      const since = performance.now();
      const killer = startKiller(system, relays, consumers, 4);
      const stopTelling = tellProgress(async () => `${JSON.stringify(await counts())} kills ${JSON.stringify(killer.kills)}`);
      try {
        const isEnough = async () => killer.total() >= wantedKills && (await counts()).emitted >= wantedEvents;
        await until(`${wantedEvents} events and ${wantedKills} kills`, limitMilliseconds, isEnough, 1_000);
        const lastKill = await killer.finish();
        const [atLastKill] = await Promise.all([counts(), emitter.stop()]);
        const isGone = async () => {
          const { emitted, outbox, effects } = await counts();
          return outbox === 0 && effects >= emitted;
        };
        // Longer than it may take, so that the figure is known also when it is too long.
        await until('the backlog is gone', 4 * backlogMilliseconds, isGone, 250).catch(() => null);
        const backlogGone = performance.now() - lastKill;
        const verdict = await verdictOn(postgres, flow.schema);
        const { kills } = killer;
        const seconds = Math.round((lastKill - since) / 1_000);
        await report('kills', { seconds, kills, total: killer.total(), atLastKill, backlogGone: Math.round(backlogGone), ...verdict });
        expect(verdict).toMatchObject(flawless);
        expect(verdict.effects).toBe(verdict.emitted);
        expect(verdict.emitted).toBeGreaterThanOrEqual(wantedEvents);
        expect((await counts()).parked).toBe(0);
        expect(Math.min(...Object.values(kills))).toBeGreaterThan(2);
        expect(backlogGone).toBeLessThan(backlogMilliseconds);
      } finally {
        await stopTelling();
        await Promise.all([emitter, ...relays, ...consumers].map((worker) => worker.stop()));
      }
    },
    limitMilliseconds + 240_000,
  );
});

describe('the same checker, where relay or consumer are naive', () => {
  const found = new Map<string, Verdict>();

  beforeAll(async () => {
    const naive: [string, RelaySettings, ConsumerSettings][] = [
      ['deletes_first', { naive: 'deletes-first' }, {}],
      ['acknowledges_first', {}, { naive: 'acknowledges-first' }],
      ['no_inbox', {}, { naive: 'no-inbox' }],
    ];
    const flows: Flow[] = [];
    // One after the other: the first makes what the schemas share.
    for (const [schema] of naive) flows.push(await prepareFlow(system, schema));
    await Promise.all(flows.map(async (flow, at) => found.set(flow.schema, await verdictOnNaive(flow, naive[at]![1], naive[at]![2]))));
  }, 180_000);

  it('finds what a relay loses that deletes before it publishes', () => expect(found.get('deletes_first')!.lost).toBeGreaterThan(0));
  it('finds what a consumer loses that commits the offset before it applies', () =>
    expect(found.get('acknowledges_first')!.lost).toBeGreaterThan(0));
  it('finds what a consumer does twice that has no inbox', () => expect(found.get('no_inbox')!.doubled).toBeGreaterThan(0));
});

async function verdictOnNaive(flow: Flow, relaySettings: RelaySettings, consumerSettings: ConsumerSettings): Promise<Verdict> {
  const { schema } = flow;
  const relay = flow.relay(relaySettings);
  const consumer = flow.consumer(consumerSettings);
  const emitter = flow.emitter({ eventsPerSecond: 150 });
  const victim = relaySettings.naive ? relay : consumer;
  await until(`the first effect of ${schema}`, 60_000, async () => (await countsOf(system.postgres, schema)).effects > 0);
  // A relay shall be caught between its two steps; what a consumer has in hand is always caught.
  for (let kill = 0; kill < (relaySettings.naive ? 3 : 1); kill++) {
    await sleep(1_000 + kill * 700);
    await victim.kill();
    await untilMoving(flow);
  }
  await emitter.stop();
  await until(`the outbox of ${schema} is empty`, 30_000, async () => (await countsOf(system.postgres, schema)).outbox === 0);
  await untilStill(flow);
  await Promise.all([relay.stop(), consumer.stop()]);
  const verdict = await verdictOn(system.postgres, schema);
  await report(`naive ${schema}`, verdict);
  return verdict;
}

/** Effects come again. */
async function untilMoving({ schema }: Flow): Promise<void> {
  const { effects: before } = await countsOf(system.postgres, schema);
  await sleep(1_000);
  await until(`${schema} moves again`, 40_000, async () => (await countsOf(system.postgres, schema)).effects > before, 250);
}

/** No effects for a while. */
async function untilStill({ schema }: Flow): Promise<void> {
  const stillMilliseconds = 4_000;
  let [last, since] = [-1, performance.now()];
  await until(`${schema} has come to rest`, 60_000, async () => {
    const { effects } = await countsOf(system.postgres, schema);
    if (effects !== last) [last, since] = [effects, performance.now()];
    return performance.now() - since > stillMilliseconds;
  });
}
