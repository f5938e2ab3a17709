import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { subscribe, type Subscription } from '@haven/test/harness/subscribe';
import type { System } from '@haven/test/harness/system';
import { report, tellProgress } from '../infrastructure/report.js';
import { until } from '../infrastructure/until.js';
import { startDirectWriter, type DirectWriter } from './direct-writer.js';
import { collectHistory, waitingIn, type History } from './history.js';
import { clusterForOutages } from './cluster-for-outages.js';
import type { ClusterState, LocalCluster } from './local-cluster.js';
import { lookForBeds, type Seen } from './seen.js';
import { addBeds, bedsTotal, keepShelters, registerEntry, registerOrganization, registerShelters } from './shelters.js';
import type { Entry, Keeper, Keeping, Shelter } from './shelters.js';
import { innocent, verdictOn, verdictOnLog, type Verdict } from './verdict.js';

const awayMilliseconds = Number(process.env['HAVEN_CHAOS_AWAY_SECONDS'] ?? 120) * 1_000;
const deliveredMilliseconds = 60_000;
/** Limit for a mutation, and for an answer with counts, on a machine where everything runs at once. */
const patientMilliseconds = 5_000;
const shelterCount = 8;
const brokers = ['kafka-1', 'kafka-2', 'kafka-3'];

let cluster: LocalCluster;
let system: System;
let organizationId: string;
let shelters: Shelter[];
let started: ClusterState;
let subscriber: Subscription<{ sequence: number }>;
let direct: DirectWriter;
let keeper: Keeper;
let history: History;
let newcomer: Entry;

const hasBeds = ({ availability }: { availability: object | null }) => availability !== null;

async function setUp(): Promise<void> {
  cluster = await clusterForOutages();
  ({ system } = cluster);
  started = await cluster.state();
  organizationId = await registerOrganization(system);
  shelters = await registerShelters(system, organizationId, shelterCount);
  await until('match shows the shelters', 30_000, async () => (await lookForBeds(system)).shelters.size === shelterCount);
  await until('match shows their beds', 30_000, async () => [...(await lookForBeds(system)).shelters.values()].every(hasBeds));
  const query = 'subscription ($ids: [ID!]) { availabilityChanged(filter: { serviceIds: $ids }) { sequence } }';
  subscriber = subscribe(system.url, await system.token('HOTLINE'), query, { ids: [shelters[0]!.serviceId] });
  direct = await startDirectWriter(started.brokers);
}

async function leave(): Promise<void> {
  await keeper?.stop();
  await subscriber?.close();
}

/** Processes, other than brokers, that have restarted since the start. */
async function changed(): Promise<string[]> {
  const before = new Map(started.processes.map(({ name, pid }) => [name, pid]));
  return (await cluster.state()).processes
    .filter(({ name, pid }) => !brokers.includes(name) && pid !== before.get(name))
    .map(({ name }) => name);
}

/** Looks every few seconds while the brokers are away; what was shown before must be shown on, and say how old it is. */
async function watchOutage(before: Seen): Promise<{ looks: number; slowest: number; oldest: number }> {
  const seen = { looks: 0, slowest: 0, oldest: 0 };
  for (const end = performance.now() + awayMilliseconds; performance.now() < end; await sleep(2_000)) {
    const since = performance.now();
    const now = await lookForBeds(system);
    seen.slowest = Math.max(seen.slowest, Math.round(performance.now() - since));
    seen.looks += 1;
    // The read model learns nothing new, and keeps what it knows.
    expect(now.shelters).toEqual(before.shelters);
    for (const { availability } of now.shelters.values()) {
      expect(availability!.freshness).toBe('LIVE');
      seen.oldest = Math.max(seen.oldest, Date.parse(now.asOf) - Date.parse(availability!.confirmedAt));
    }
    const ready = await fetch(`${system.url}/health/ready`);
    expect({ status: ready.status, body: await ready.text() }).toMatchObject({ status: 200 });
  }
  return seen;
}

/** The beds as the service that keeps them answers, during the outage. */
async function freeBeds({ serviceId }: Shelter): Promise<number> {
  const query = 'query ($id: ID!) { bedPools(serviceId: $id) { free } }';
  return (await system.query<{ bedPools: { free: number }[] }>(query, { id: serviceId })).bedPools[0]!.free;
}

const nameOf = async ({ serviceId }: Entry): Promise<string> =>
  (await system.query<{ service: { name: string } }>('query ($id: ID!) { service(id: $id) { name } }', { id: serviceId })).service.name;

async function isShown(shelter: Shelter): Promise<boolean> {
  const shown = (await lookForBeds(system)).shelters.get(shelter.serviceId);
  return shown?.service.name === shelter.name && shown.availability?.free === bedsTotal - shelter.occupied;
}

/** On an empty cluster. */
describe('Kafka away', () => {
  beforeAll(setUp, 360_000);
  afterAll(leave, 60_000);

  let during: Keeping;
  let stopTelling: () => Promise<void>;
  beforeAll(() => {
    stopTelling = tellProgress(async () => JSON.stringify({ ...keeper?.soFar(), waiting: await waitingIn(started) }));
  });
  afterAll(() => stopTelling());

  it(
    'stops no change, and counts are still shown with their age',
    async () => {
      await cluster.holdDown(...brokers);
      await sleep(1_000);
      const before = await lookForBeds(system);
      expect(before.shelters.size).toBe(shelterCount);
      keeper = keepShelters(system, shelters);
      const outage = await watchOutage(before);
      during = await keeper.stop();
      newcomer = await registerEntry(system, organizationId, shelterCount);
      const waiting = await waitingIn(await cluster.state());
      await report('kafka away', { seconds: awayMilliseconds / 1_000, ...outage, ...during, waiting });
      expect(during.failures).toEqual([]);
      expect(during.changes).toBeGreaterThan(awayMilliseconds / 1_000);
      expect(during.longestMilliseconds).toBeLessThan(patientMilliseconds);
      expect(outage.slowest).toBeLessThan(patientMilliseconds);
      expect(outage.oldest).toBeGreaterThan(0.9 * awayMilliseconds);
      // One event for each change, and the new service's.
      expect(waiting).toBe(during.changes + 1);
      // The service that owns the data answers with the latest state.
      for (const shelter of shelters) {
        expect(await freeBeds(shelter)).toBe(bedsTotal - shelter.occupied);
        expect(await nameOf(shelter)).toBe(shelter.name);
      }
      expect(await changed()).toEqual([]);
    },
    awayMilliseconds + 90_000,
  );

  it('loses and doubles nothing: everything is delivered when it is back', async () => {
    await cluster.release(...brokers);
    const state = await cluster.state();
    const since = performance.now();
    await until('Kafka is back', 60_000, async () => (await cluster.state()).processes.every(({ pid }) => pid !== null));
    const emptied = await until('the outboxes are empty', deliveredMilliseconds, async () => (await waitingIn(state)) === 0, 250);
    const shown = async () => (await Promise.all(shelters.map(isShown))).every(Boolean);
    await until('match shows the last counts', deliveredMilliseconds, shown, 500);
    const delivered = Math.round(performance.now() - since);
    // Its beds can be defined now that the entry has arrived.
    const grown = await addBeds(system, newcomer);
    await until('match shows the newcomer', 30_000, () => isShown(grown), 250);
    const last = shelters[0]!.poolVersion;
    await subscriber.until(({ sequence }) => sequence === last, 30_000);
    history = { acknowledged: [...shelters, grown], seen: (await lookForBeds(system)).shelters, ...(await collectHistory(state)) };
    const verdict = verdictOn(history);
    const heard = [...new Set(subscriber.received.map(({ sequence }) => sequence))];
    await report('kafka back', { emptied: Math.round(emptied), delivered, events: history.log.length, ...verdict, heard: heard.length });
    expect(verdict).toEqual(innocent);
    expect(heard).toEqual(Array.from({ length: last - heard[0]! + 1 }, (_, index) => heard[0]! + index));
    expect(subscriber.errors).toEqual([]);
    expect(await changed()).toEqual([]);
  }, 240_000);

  it('makes a service that publishes its changes directly, without an outbox, lose what happened meanwhile: the same checker finds it', async () => {
    const { written, log } = await direct.stop();
    const { lost } = verdictOnLog({ written, log });
    await report('kafka away, without an outbox', { written: written[0]!.sequence, lost });
    expect(log.length).toBeGreaterThan(0);
    expect(lost).toBeGreaterThan(awayMilliseconds / 20_000);
  }, 60_000);

  type Guilt = [charge: keyof Verdict, doctor: (history: History) => Partial<History>];
  const guilts: readonly Guilt[] = [
    ['lost', ({ log }) => ({ log: log.slice(1) })],
    ['doubled', ({ log }) => ({ log: [...log, { ...log.at(-1)!, id: 'another' }] })],
    ['outOfOrder', ({ log }) => ({ log: [...log].reverse() })],
    ['unhandled', ({ inbox }) => ({ inbox: inbox.slice(1) })],
    ['stale', ({ acknowledged: [first, ...rest] }) => ({ acknowledged: [{ ...first!, occupied: first!.occupied + 1 }, ...rest] })],
    [
      'miscounted',
      ({ acknowledged: [first, ...rest] }) => ({ acknowledged: [{ ...first!, poolVersion: first!.poolVersion - 1 }, ...rest] }),
    ],
    ['stuck', () => ({ waiting: 1 })],
  ];
  it.each(guilts)('would find %s if the history contained it', (charge, doctor) => {
    expect(verdictOn({ ...history, ...doctor(history) })[charge]).toBeGreaterThan(0);
  });
});
