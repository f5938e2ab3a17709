import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository } from '@haven/test/harness/repository';
import type { System } from '@haven/test/harness/system';
import { report, tellProgress } from '../infrastructure/report.js';
import { until } from '../infrastructure/until.js';
import { startLocalCluster, type LocalCluster } from '../outages/local-cluster.js';
import { lookForBeds } from '../outages/seen.js';
import { registerOrganization, registerShelters, type Shelter } from '../outages/shelters.js';
import { advised, impatient } from './policy.js';
import { startReader, type Reader, type Reading } from './reader.js';
import { restart, restarted } from './rolling-restart.js';
import { startSubscriber, type Subscriber } from './subscriber.js';
import { innocent, longestDelay, verdictOn } from './verdict.js';
import { startWriter, type Acknowledged, type Writer, type Writing } from './writer.js';

const shelterCount = 4;
const betweenMilliseconds = 1_000;
/** From an acknowledgement until every subscriber that reconnects has the count. */
const delayMilliseconds = 30_000;

let cluster: LocalCluster;
let system: System;
let shelters: Shelter[];
let readers: Reader[];
let hasty: Reader;
let writers: Writer[];
let subscribers: Subscriber[];
let loyalOnce: Subscriber;

beforeAll(async () => {
  cluster = await startLocalCluster('restart');
  ({ system } = cluster);
  shelters = await registerShelters(system, await registerOrganization(system), shelterCount);
  await until('match shows them', 30_000, async () => (await lookForBeds(system)).shelters.size === shelterCount);
  const serviceIds = shelters.map(({ serviceId }) => serviceId);
  subscribers = [1, 2, 3].map(() => startSubscriber(system, { serviceIds, again: true }));
  loyalOnce = startSubscriber(system, { serviceIds, again: false });
  const isFollowing = (subscriber: Subscriber) => subscriber.heard().length >= shelterCount;
  await until('all follow', 30_000, () => [...subscribers, loyalOnce].every(isFollowing));
  readers = [1, 2].map(() => startReader(system, shelters, advised));
  hasty = startReader(system, shelters, impatient);
  writers = shelters.map((shelter) => startWriter(system, shelter));
}, 360_000);
afterAll(async () => {
  await Promise.all([...(readers ?? []), ...(writers ?? []), ...(subscribers ?? [])].map((client) => client.stop()));
  await Promise.all([hasty?.stop(), loyalOnce?.stop()]);
  await cluster?.close();
}, 120_000);

/** How the launcher saw them end. */
async function endingsSeen(): Promise<Record<string, string>> {
  const log = await readFile(inRepository('tools/chaos/results/logs/restart/launcher.log'), 'utf8');
  return Object.fromEntries([...log.matchAll(/^(\S+) (ended with code \d+|was .+?);/gm)].map(([, name, how]) => [name!, how!]));
}

describe('every process restarted in turn, under load', () => {
  let acknowledged: readonly Acknowledged[];
  let hastyReading: Reading;
  /** Unanswered questions of clients without retries, by restarted process. */
  const costs = new Map<string, number>();

  it('fails no question and no count of a client that retries as advised', async () => {
    const stopTelling = tellProgress(() => Promise.resolve(JSON.stringify(readers[0]!.soFar())));
    const took: Record<string, number> = {};
    for (const name of restarted) {
      const before = hasty.soFar().failures.length;
      took[name] = await restart(cluster, name);
      await sleep(betweenMilliseconds);
      costs.set(name, hasty.soFar().failures.length - before);
    }
    await stopTelling();
    const readings = await Promise.all(readers.map((reader) => reader.stop()));
    const writings: Writing[] = await Promise.all(writers.map((writer) => writer.stop()));
    hastyReading = await hasty.stop();
    acknowledged = writings.flatMap((writing) => writing.acknowledged);
    const failures = [...readings, ...writings].flatMap((client) => client.failures);
    const sum = (of: readonly { readonly retried: number }[]) => of.reduce((total, { retried }) => total + retried, 0);
    await report('rolling restart', {
      took,
      answered: readings.reduce((total, { answered }) => total + answered, 0),
      acknowledged: acknowledged.length,
      retried: { questions: sum(readings), counts: sum(writings) },
      longest: {
        questions: Math.max(...readings.map(({ longestMilliseconds }) => longestMilliseconds)),
        counts: Math.max(...writings.map(({ longestMilliseconds }) => longestMilliseconds)),
      },
      failures: failures.length,
      hasty: { answered: hastyReading.answered, failures: Object.fromEntries(costs) },
    });
    expect(failures).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(100);
  }, 480_000);

  it('ends each service in order, not by force', async () => {
    const endings = await endingsSeen();
    for (const name of ['registry', 'capacity', 'matching-1', 'matching-2', 'issuer', 'gateway'])
      expect([name, endings[name]]).toEqual([name, 'ended with code 0']);
    expect(await readFile(join(system.dataDirectory, 'logs/gateway.log'), 'utf8')).not.toContain('force');
  });

  it('loses no state for a subscriber that subscribes again', async () => {
    const isInformed = (subscriber: Subscriber) => verdictOn(subscriber.heard(), acknowledged).lost === 0;
    await until('all have heard of every count', delayMilliseconds, () => subscribers.every(isInformed)).catch(() => null);
    const verdicts = subscribers.map((subscriber) => verdictOn(subscriber.heard(), acknowledged));
    const delays = subscribers.map((subscriber) => longestDelay(subscriber.heard(), acknowledged));
    const heard = subscribers.map((subscriber) => subscriber.heard().length);
    await report('rolling restart, subscribers', { verdicts, delays, heard, endings: subscribers.map((one) => one.endings()) });
    expect(verdicts).toEqual(subscribers.map(() => innocent));
    expect(Math.max(...delays)).toBeLessThan(delayMilliseconds);
    // They must have been cut off, or the test would show nothing.
    expect(subscribers.every((subscriber) => subscriber.endings().length > 0)).toBe(true);
  }, 60_000);

  it('costs a subscriber that does not subscribe again the later states: the same verdict finds it', () => {
    const { lost } = verdictOn(loyalOnce.heard(), acknowledged);
    expect(lost).toBeGreaterThan(0);
  });

  it('costs a client without retries some answers, where there is only one process', async () => {
    const single = ['registry', 'capacity', 'gateway'];
    expect(restarted.filter((name) => costs.get(name)! > 0 && !single.includes(name))).toEqual([]);
    expect(hastyReading.answered).toBeGreaterThan(0);
    // Kept away until it has asked: otherwise it is chance whether a question falls into a restart.
    await cluster.holdDown('gateway');
    const another = startReader(system, shelters, impatient);
    await until('a question has failed', 60_000, () => another.soFar().failures.length > 0).catch(() => null);
    await cluster.release('gateway');
    expect((await another.stop()).failures.length).toBeGreaterThan(0);
  }, 120_000);

  it('would find a state that is wrong, or comes too late', () => {
    const [subscriber] = subscribers;
    const heard = subscriber!.heard();
    const last = heard.at(-1)!;
    const { serviceId, sequence, free } = last;
    const before = heard.find((state) => state.serviceId === serviceId && state.sequence < sequence)!;
    expect(verdictOn([...heard, { ...last, free: free + 1 }], acknowledged).wrong).toBe(1);
    expect(verdictOn([...heard, before], acknowledged).backwards).toBe(1);
    expect(
      verdictOn(
        heard.filter((state) => state.sequence < sequence),
        acknowledged,
      ).lost,
    ).toBeGreaterThan(0);
  });
});
