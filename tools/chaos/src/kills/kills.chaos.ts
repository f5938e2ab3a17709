import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countsOf, flawless, verdictOn, type Verdict } from '../infrastructure/evidence.js';
import { prepareFlow, type Flow } from '../infrastructure/flow.js';
import { killBetweenSteps, untilShown } from '../infrastructure/forced-stop.js';
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
/** The time that the machine may need for it, with the kills. */
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
        // Longer than allowed, so that a figure that is too long is known too.
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

/** The fault is forced: the worker is killed between its two steps, with events in hand. */
const naive: readonly [schema: string, fault: 'lost' | 'doubled', relay: RelaySettings, consumer: ConsumerSettings][] = [
  ['deletes_first', 'lost', { naive: 'deletes-first' }, {}],
  ['acknowledges_first', 'lost', {}, { naive: 'acknowledges-first' }],
  ['no_inbox', 'doubled', {}, { naive: 'no-inbox' }],
];

describe('the same checker, with a naive relay or consumer', () => {
  const found = new Map<string, Verdict>();

  beforeAll(async () => {
    const flows: Flow[] = [];
    // One after the other: the first makes what the schemas share.
    for (const [schema] of naive) flows.push(await prepareFlow(system, schema));
    await Promise.all(flows.map(async (flow, at) => found.set(flow.schema, await verdictOnNaive(flow, naive[at]!))));
  }, 420_000);

  it('finds the loss of a relay that deletes before it publishes', () => expect(found.get('deletes_first')!.lost).toBeGreaterThan(0));
  it('finds the loss of a consumer that commits the offset before it applies', () =>
    expect(found.get('acknowledges_first')!.lost).toBeGreaterThan(0));
  it('finds double effects of a consumer without an inbox', () => expect(found.get('no_inbox')!.doubled).toBeGreaterThan(0));
});

async function verdictOnNaive(flow: Flow, [schema, fault, relaySettings, consumerSettings]: (typeof naive)[number]): Promise<Verdict> {
  const { postgres } = system;
  const relay = flow.relay(relaySettings);
  const consumer = flow.consumer(consumerSettings);
  const emitter = flow.emitter({ eventsPerSecond: 150 });
  await killBetweenSteps(postgres, schema, relaySettings.naive ? relay : consumer);
  await untilShown(postgres, schema, fault);
  await emitter.stop();
  await Promise.all([relay.stop(), consumer.stop()]);
  const verdict = await verdictOn(postgres, schema);
  await report(`naive ${schema}`, verdict);
  return verdict;
}
