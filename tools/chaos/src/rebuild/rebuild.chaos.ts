import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { inRepository } from '@haven/test/harness/repository';
import type { System } from '@haven/test/harness/system';
import { report } from '../infrastructure/report.js';
import { until } from '../infrastructure/until.js';
import { readTopics, waitingIn, type Last, type Said } from '../outages/history.js';
import { startLocalCluster, type ClusterState, type LocalCluster } from '../outages/local-cluster.js';
import {
  addBeds,
  countBeds,
  keepShelters,
  registerEntry,
  registerOrganization,
  registerShelters,
  type Shelter,
} from '../outages/shelters.js';
import { backUp } from './backup.js';
import { importServices, withdraw } from './directory.js';
import { prepareFollower, type Follower } from './follower.js';
import { differenceOf, dumpOf, rowsByTable, type Dump } from './read-model.js';
import { select } from './select.js';
import { matchedWords, ownWords } from './words.js';

const imported = 300;
const changesMilliseconds = 8_000;
const settleMilliseconds = 60_000;
const [services, beds] = ['haven.registry.service.v1', 'haven.capacity.availability.v1'];

let cluster: LocalCluster;
let system: System;
let state: ClusterState;
let shelters: Shelter[];
let withdrawn: string[];
let written: readonly Last[];
const followers: Follower[] = [];

const prepare = async (name: string): Promise<Follower> => {
  const follower = await prepareFollower(state, name, inRepository('tools/chaos/results/logs/rebuild', `follower-${name}.log`));
  followers.push(follower);
  return follower;
};

/** Last sequences of all keys, according to the services that wrote them. */
const writtenNow = async (): Promise<Last[]> => {
  const lastOf = (schema: 'registry' | 'capacity') =>
    select<Last>(
      state.databases[schema],
      `SELECT topic, event_key AS key, last_sequence::int AS sequence FROM ${schema}.event_sequence WHERE last_sequence > 0`,
    );
  return [...(await lastOf('registry')), ...(await lastOf('capacity'))];
};

/** How many keys are not at their last event in this read model. */
async function keysBehind(url: string): Promise<number> {
  const rows = await select<Last>(url, 'SELECT topic, event_key AS key, last_sequence::int AS sequence FROM matching.handled_sequence');
  const handled = new Map(rows.map(({ topic, key, sequence }) => [`${topic} ${key}`, sequence]));
  return written.filter(({ topic, key, sequence }) => handled.get(`${topic} ${key}`) !== sequence).length;
}

const parkedIn = async (url: string) => (await select<{ n: number }>(url, 'SELECT count(*)::int AS n FROM matching.parked_event'))[0]!.n;
const dumpLive = () => dumpOf(state.databases.matching);

beforeAll(async () => {
  cluster = await startLocalCluster('rebuild');
  ({ system } = cluster);
  state = await cluster.state();
  await importServices(system, imported);
  shelters = await registerShelters(system, await registerOrganization(system), 8);
  const keeper = keepShelters(system, shelters);
  await sleep(changesMilliseconds);
  const { failures } = await keeper.stop();
  expect(failures).toEqual([]);
  // With beds that a person counted, with beds of the directory, and without beds.
  withdrawn = [shelters[0]!.serviceId, shelters[1]!.serviceId, 'twin-0', 'twin-1', 'twin-2', 'twin-5', 'twin-6'];
  await withdraw(system, withdrawn);
  await until('the outboxes are empty', settleMilliseconds, async () => (await waitingIn(state)) === 0);
  // Capacity withdraws the beds of withdrawn services when it has received the event.
  const takenBack = `SELECT count(*)::int AS n FROM capacity.service_ref WHERE NOT active`;
  const isTakenBack = async () => (await select<{ n: number }>(state.databases.capacity, takenBack))[0]!.n === withdrawn.length;
  await until('capacity has let them go', settleMilliseconds, isTakenBack);
  await until('the outboxes are empty again', settleMilliseconds, async () => (await waitingIn(state)) === 0);
  written = await writtenNow();
  await until('the live read model knows all', settleMilliseconds, async () => (await keysBehind(state.databases.matching)) === 0);
}, 400_000);
afterAll(async () => {
  await Promise.all(followers.map((follower) => follower.stop()));
  await cluster?.close();
}, 120_000);

describe('matching rebuilt from Kafka alone', () => {
  let live: Dump;
  let rebuilt: Follower;

  it('equals the live read model, row by row, while the services that published it are away', async () => {
    live = await dumpLive();
    rebuilt = await prepare('rebuilt');
    expect(rowsByTable(await dumpOf(rebuilt.databaseUrl))).toEqual({});
    await cluster.holdDown('registry', 'capacity');
    const ready = Math.round(await rebuilt.follow());
    const whole = Math.round(await until('all is applied', settleMilliseconds, async () => (await keysBehind(rebuilt.databaseUrl)) === 0));
    const copy = await dumpOf(rebuilt.databaseUrl);
    await cluster.release('registry', 'capacity');
    const events = (await readTopics(state.brokers, [services, beds])).length;
    const { onlyLive, onlyRebuilt } = differenceOf(live, copy);
    await report('rebuild', { ready, whole, events, rows: rowsByTable(copy), onlyLive: onlyLive.length, onlyRebuilt: onlyRebuilt.length });
    expect({ onlyLive, onlyRebuilt }).toEqual({ onlyLive: [], onlyRebuilt: [] });
    expect(await parkedIn(rebuilt.databaseUrl)).toBe(0);
    // Every service, and as many with beds as the directory and the keepers have made.
    const { service, bed_state: withBeds } = rowsByTable(copy);
    expect(service).toBe(imported + shelters.length - withdrawn.length);
    expect(withBeds).toBe((imported * 2) / 5 + shelters.length - withdrawn.filter(hadBeds).length);
  }, 240_000);

  it('contains no trace of a withdrawn service except the sequence of its end', () => {
    const rows = live.filter((row) => !row.startsWith('event '));
    expect(rows.filter((row) => withdrawn.some((id) => row.includes(`"${id}"`)))).toEqual([]);
  });

  it('continues from there like the live one', async () => {
    await until('all answers again', 60_000, async () => (await fetch(`${system.url}/health/ready`)).ok);
    const keeper = keepShelters(system, shelters.slice(2));
    await sleep(3_000);
    const { changes } = await keeper.stop();
    expect(changes).toBeGreaterThan(0);
    await until('the outboxes are empty', settleMilliseconds, async () => (await waitingIn(state)) === 0);
    written = await writtenNow();
    for (const url of [state.databases.matching, rebuilt.databaseUrl])
      await until('both know all', settleMilliseconds, async () => (await keysBehind(url)) === 0);
    live = await dumpLive();
    expect(differenceOf(live, await dumpOf(rebuilt.databaseUrl))).toEqual({ onlyLive: [], onlyRebuilt: [] });
  }, 180_000);

  it('would differ if one row were altered', async () => {
    const { serviceId } = shelters[3]!;
    await select(rebuilt.databaseUrl, `UPDATE matching.bed_state SET status = 'UNKNOWN' WHERE service_id = $1`, [serviceId]);
    const { onlyLive, onlyRebuilt } = differenceOf(live, await dumpOf(rebuilt.databaseUrl));
    expect([onlyLive.length, onlyRebuilt.length]).toEqual([1, 1]);
    expect(onlyRebuilt[0]).toContain(serviceId);
  });

  it('would differ if one event were dropped', async () => {
    const careless = await prepare('careless');
    const { key, id } = lastOn(await readTopics(state.brokers, [beds]), shelters[4]!.serviceId);
    // Its inbox says that the event was handled, so it is skipped.
    await select(careless.databaseUrl, 'INSERT INTO matching.inbox (consumer, event_id) VALUES ($1, $2)', [careless.group, id]);
    await careless.follow();
    await until('all but one is applied', settleMilliseconds, async () => (await keysBehind(careless.databaseUrl)) === 1);
    const { onlyLive, onlyRebuilt } = differenceOf(live, await dumpOf(careless.databaseUrl));
    await report('rebuild, one event dropped', { onlyLive: onlyLive.length, onlyRebuilt: onlyRebuilt.length });
    expect(onlyLive.map((row) => row.split(' ')[0])).toEqual(['bed_state', 'event']);
    expect(onlyLive.every((row) => row.includes(key))).toBe(true);
  }, 180_000);
});

describe('registry and capacity after a restore from a backup', () => {
  const allAnswer = () => until('all answers again', 60_000, async () => (await fetch(`${system.url}/health/ready`)).ok);
  /** With no process at the databases meanwhile. */
  const away = async <T>(work: () => Promise<T>): Promise<T> => {
    await cluster.holdDown('registry', 'capacity');
    const done = await work();
    await cluster.release('registry', 'capacity');
    await allAnswer();
    return done;
  };

  it('are followed in their current state once they have published everything again, and not before', async () => {
    const late = await registerEntry(system, await registerOrganization(system), 20);
    const kept = [...shelters.slice(2), late];
    const heardOf = `SELECT 1 FROM capacity.service_ref WHERE service_id = $1`;
    const isHeardOf = async () => (await select(state.databases.capacity, heardOf, [late.serviceId])).length > 0;
    await until('capacity has heard of it', settleMilliseconds, isHeardOf);
    const backup = await away(() => backUp(state, ['registry', 'capacity']));
    // The backup does not contain these beds.
    await countBeds(system, await addBeds(system, late));
    const keeper = keepShelters(system, shelters.slice(2));
    await sleep(4_000);
    expect((await keeper.stop()).failures).toEqual([]);
    await until('the outboxes are empty', settleMilliseconds, async () => (await waitingIn(state)) === 0);
    await away(() => backup.restore());
    const restored = await ownWords(system, kept);
    expect(restored.at(-1)!.pools).toEqual([]);
    expect(await matchedWords(system, kept)).not.toEqual(restored);
    await system.haven('retell');
    await report('restore', { shelters: kept.length, services: imported + shelters.length });
    const now = await ownWords(system, kept);
    expect(now.map(({ name, pools }) => ({ name, pools }))).toEqual(restored.map(({ name, pools }) => ({ name, pools })));
    expect(await matchedWords(system, kept)).toEqual(now);
    await countBeds(system, await addBeds(system, late));
    const isKnown = async () => isDeepStrictEqual(await matchedWords(system, [late]), await ownWords(system, [late]));
    await until('new beds are followed, too', settleMilliseconds, isKnown);
    expect(await parkedIn(state.databases.matching)).toBe(0);
    written = await writtenNow();
    await until('the read model knows all', settleMilliseconds, async () => (await keysBehind(state.databases.matching)) === 0);
  }, 240_000);
});

/** From the first two on, every fifth twin has beds, and so does each shelter. */
const hadBeds = (id: string): boolean => !id.startsWith('twin-') || Number(id.slice('twin-'.length)) % 5 < 2;

function lastOn(said: readonly Said[], key: string): Said {
  return said.filter((event) => event.key === key).reduce((last, event) => (event.sequence > last.sequence ? event : last));
}
