import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countsOf, flawless, verdictOn } from '../infrastructure/evidence.js';
import { prepareFlow, type Flow } from '../infrastructure/flow.js';
import { report, tellProgress } from '../infrastructure/report.js';
import { startSystem, type ChaosSystem } from '../infrastructure/system.js';
import { until } from '../infrastructure/until.js';
import type { Worker } from '../infrastructure/worker.js';
import { leftBehindBy, takeoverAfter, untilShared } from './takeover.js';

const replacedMilliseconds = 15_000;
/** Longer than allowed, so that a figure that is too long is known too. */
const limitMilliseconds = 30_000;
const probe = { patienceMilliseconds: 4_000 };
const load = { eventsPerSecond: 150, keys: 300 };

let system: ChaosSystem;
let flow: Flow;
let consumers: readonly Worker[];
let emitter: Worker;
let stopTelling: () => Promise<void>;

beforeAll(async () => {
  system = await startSystem('frozen');
  flow = await prepareFlow(system, 'frozen');
  flow.relay();
  consumers = [1, 2, 3].map(() => flow.consumer({}, probe));
  emitter = flow.emitter(load);
  stopTelling = tellProgress(async () => JSON.stringify(await countsOf(system.postgres, flow.schema)));
}, 240_000);
afterAll(async () => {
  await stopTelling?.();
  await system?.close();
}, 60_000);

type Freezing = [how: string, freeze: (victim: Worker) => void];

/** The group itself notices it; the sockets stay open in all cases. */
const missed: Freezing = ['whose process is stopped', (victim) => victim.child()!.kill('SIGSTOP')];
/** The process keeps telling the group that it is alive, so only a watchdog can notice. */
const alive: readonly Freezing[] = [
  ['whose fetches never come back', (victim) => victim.freeze('fetch')],
  ['whose fetches come back empty', (victim) => victim.freeze('deaf')],
  ['whose handler never comes back', (victim) => victim.freeze('handler')],
];

async function isReplacedInTime(how: string, freeze: (victim: Worker) => void): Promise<void> {
  await untilShared(system.postgres, flow, consumers);
  const victim = consumers[0]!;
  const restarts = victim.restarts();
  try {
    const takeover = await takeoverAfter(system.postgres, flow, victim, () => freeze(victim), limitMilliseconds);
    await report(`frozen: a consumer ${how}`, { takeover, isStartedAgain: victim.restarts() > restarts });
    expect(takeover).not.toBeNull();
    expect(takeover).toBeLessThan(replacedMilliseconds);
    await until('it is started again', 15_000, () => victim.restarts() > restarts);
  } finally {
    // The next case begins with a group that works.
    if (victim.restarts() === restarts) await victim.kill();
  }
}

describe('a frozen consumer', () => {
  it.each([missed, ...alive])('%s is replaced within 15 s', isReplacedInTime, 240_000);

  it('loses nothing through that', async () => {
    await emitter.stop();
    await until('the backlog is gone', 60_000, async () => {
      const { emitted, outbox, effects } = await countsOf(system.postgres, flow.schema);
      return outbox === 0 && effects >= emitted;
    });
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    const verdict = await verdictOn(system.postgres, flow.schema);
    await report('frozen', verdict);
    expect(verdict).toMatchObject(flawless);
  }, 120_000);

  it('is not replaced within 15 s if nothing watches it: the same measure finds that', async () => {
    const unwatched = await prepareFlow(system, 'unwatched');
    unwatched.relay();
    const victims = [1, 2].map(() => unwatched.consumer({ watchdog: false }));
    unwatched.emitter(load);
    await untilShared(system.postgres, unwatched, victims);
    const { takeover, left } = await leftBehindBy(
      system.postgres,
      unwatched,
      victims[0]!,
      () => victims[0]!.freeze('deaf'),
      replacedMilliseconds,
    );
    await report('frozen, no watchdog', { takeover, left });
    expect(takeover).toBeNull();
    expect(left).toBeGreaterThan(0);
    expect(victims[0]!.restarts()).toBe(0);
  }, 180_000);
});
