import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '@haven/test/harness/repository';
import { subscribe } from '@haven/test/harness/subscribe';
import type { System } from '@haven/test/harness/system';
import { report } from '../infrastructure/report.js';
import { until } from '../infrastructure/until.js';
import { helpful, judge, limitMilliseconds, type JudgedAnswer } from './judged-answer.js';
import { clusterForOutages } from './cluster-for-outages.js';
import type { LocalCluster } from './local-cluster.js';
import { lookForBeds } from './seen.js';
import { bedsTotal, countBeds, registerOrganization, registerShelters, rename, type Shelter } from './shelters.js';
import { startStockGateway, type StockGateway } from './stock-gateway.js';

const backMilliseconds = 60_000;
/** Limit for an unhindered answer, on a machine where everything runs at once. */
const patientMilliseconds = 5_000;

let cluster: LocalCluster;
let system: System;
let shelter: Shelter;
let stock: StockGateway;

type Part = 'beds' | 'matches' | 'places' | 'entry' | 'entries' | 'self';

const queries: Record<Part, string> = {
  beds: 'query ($id: ID!) { bedPools(serviceId: $id) { free } }',
  matches: `query { match(input: { origin: { point: { latitude: -60.5, longitude: -45.5 } }, person: { gender: WOMAN, languages: ["en"] },
    needs: [{ category: ACCOMMODATION }] }) { needs { matches { service { id } } } } }`,
  places: 'query { places(query: "Medan") { name } }',
  entry: 'query ($id: ID!) { service(id: $id) { name } }',
  entries: 'query { services(first: 1) { totalCount } }',
  self: 'query { me { role } }',
};
const parts = Object.keys(queries) as Part[];

async function shows(): Promise<boolean> {
  const shown = (await lookForBeds(system)).shelters.get(shelter.serviceId);
  return shown?.service.name === shelter.name && shown.availability?.free === bedsTotal - shelter.occupied;
}

async function setUp(): Promise<void> {
  cluster = await clusterForOutages();
  ({ system } = cluster);
  shelter = (await registerShelters(system, await registerOrganization(system), 1))[0]!;
  await until('match shows it', 30_000, shows);
  stock = await startStockGateway(cluster, inRepository('tools/chaos/results/logs/outages/stock-gateway.log'));
}

const judgePart = async (part: Part, url = system.url): Promise<JudgedAnswer | null> => {
  const token = await system.token('COORDINATOR');
  return judge(url, { query: queries[part], ...(queries[part].includes('$id') && { variables: { id: shelter.serviceId } }), token });
};

const judgeAll = async (): Promise<ReadonlyMap<Part, JudgedAnswer | null>> =>
  new Map(await Promise.all(parts.map(async (part) => [part, await judgePart(part)] as const)));

/** A service that is kept away, and the effects. */
interface Outage {
  readonly away: string;
  readonly processes: readonly string[];
  readonly missing: readonly Part[];
  /** Changes that still work. */
  readonly goesOn: readonly ((system: System) => Promise<void>)[];
  /** A change that does not, and is repeated afterwards with the same key. */
  readonly refused: ((system: System, key: string) => Promise<void>) | null;
}

const count = (to: System, key?: string) => countBeds(to, shelter, key);
const edit = (to: System, key?: string) => rename(to, shelter, 0, key);

const outages: readonly Outage[] = [
  { away: 'capacity', processes: ['capacity'], missing: ['beds'], goesOn: [edit], refused: count },
  { away: 'matching', processes: ['matching-1', 'matching-2'], missing: ['matches', 'places'], goesOn: [edit, count], refused: null },
  { away: 'registry', processes: ['registry'], missing: ['entry', 'entries', 'self'], goesOn: [count], refused: edit },
];

/** The text of the error; null: the change was done. */
async function refusalOf(change: NonNullable<Outage['refused']>, key: string): Promise<string | null> {
  return change(system, key).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
}

async function readinessOf(url: string): Promise<{ status: number; missing?: string[] }> {
  const response = await fetch(`${url}/health/ready`);
  return { ...((await response.json()) as { missing?: string[] }), status: response.status };
}

describe('a service away', () => {
  beforeAll(setUp, 360_000);
  afterAll(() => stock?.close(), 60_000);
  // Also after a test that failed in between.
  afterEach(async () => {
    await cluster.release(...outages.flatMap(({ processes }) => processes));
    await until('all are back', backMilliseconds, async () => (await readinessOf(system.url)).status === 200);
  }, 90_000);

  it.each(outages)(
    '$away: the other parts are answered, and the missing one gives an error with advice',
    async (outage) => {
      const { away, processes, missing, goesOn, refused } = outage;
      await cluster.holdDown(...processes);
      const answers = await judgeAll();
      const failed = parts.filter((part) => answers.get(part) !== null);
      for (const change of goesOn) await change(system);
      const key = randomUUID();
      const refusal = refused ? await refusalOf(refused, key) : null;
      const readiness = await readinessOf(system.url);
      const slowest = Math.max(...[...answers.values()].map((answer) => answer?.milliseconds ?? 0));

      await cluster.release(...processes);
      const since = performance.now();
      await until('all is answered again', backMilliseconds, async () =>
        [...(await judgeAll()).values()].every((answer) => answer === null),
      );
      const back = Math.round(performance.now() - since);
      if (refused) await refused(system, key);
      const shown = await until('match shows what was changed', backMilliseconds, shows);
      await report(`away: ${away}`, { failed, slowest, readiness, back, shown: Math.round(shown) });

      expect(failed.sort()).toEqual([...missing].sort());
      for (const part of missing) expect(answers.get(part)).toMatchObject(helpful);
      expect(slowest).toBeLessThan(limitMilliseconds);
      if (refused) expect(refusal).toMatch(/SERVICE_UNAVAILABLE/);
      expect(readiness).toMatchObject({ status: 503, missing: [away] });
      expect(await readinessOf(system.url)).toMatchObject({ status: 200 });
    },
    240_000,
  );

  it('the registry: a nullable field is null, and the others of the same query are there', async () => {
    await cluster.holdDown('registry');
    const { serviceId: id } = shelter;
    const query = 'query ($id: ID!) { service(id: $id) { name } bedPools(serviceId: $id) { free } }';
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await system.token('COORDINATOR')}` },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const answer = (await response.json()) as object;
    expect(answer).toMatchObject({
      data: { service: null, bedPools: [{ free: bedsTotal - shelter.occupied }] },
      errors: [{ path: ['service'], extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
  }, 120_000);

  it('capacity, which hangs: the error comes in time, and the other parts at once', async () => {
    await cluster.freeze('capacity');
    const beds = judgePart('beds');
    const since = performance.now();
    const others = await Promise.all((['matches', 'entry', 'self'] as const).map((part) => judgePart(part)));
    const othersTook = Math.round(performance.now() - since);
    const answer = await beds;
    await report('away: capacity hangs', { answer, othersTook });
    expect(others).toEqual([null, null, null]);
    expect(othersTook).toBeLessThan(patientMilliseconds);
    expect(answer).toMatchObject(helpful);
    expect(answer!.milliseconds).toBeLessThan(limitMilliseconds);
    expect(answer!.milliseconds).toBeGreaterThan(othersTook);
  }, 120_000);

  it('capacity: a subscription is refused with the same code, and an open one ends with it', async () => {
    const query = 'subscription ($ids: [ID!]) { availabilityChanged(filter: { serviceIds: $ids }) { sequence } }';
    const token = await system.token('HOTLINE');
    const open = () => subscribe<object>(system.url, token, query, { ids: [shelter.serviceId] });
    const before = open();
    await until('the present state came', 20_000, () => before.received.length > 0);
    await cluster.holdDown('capacity');
    await until('the gateway has noticed', 10_000, async () => (await readinessOf(system.url)).status === 503);
    const during = open();
    const codes = (of: typeof before) => JSON.stringify(of.errors);
    await until('both have ended', limitMilliseconds, () => before.errors.length > 0 && during.errors.length > 0);
    await cluster.release('capacity');
    await until('it is back', backMilliseconds, async () => (await judgePart('beds')) === null);
    const after = open();
    await until('the present state comes again', 20_000, () => after.received.length > 0);
    await Promise.all([before, during, after].map((subscription) => subscription.close()));
    for (const ended of [before, during]) expect(codes(ended)).toMatch(/SERVICE_UNAVAILABLE/);
  }, 180_000);

  it('is not handled like this by a gateway without our plugins: the same judge finds that', async () => {
    const answered = await judgePart('beds', stock.url);
    await cluster.holdDown('capacity');
    const answer = await judgePart('beds', stock.url);
    await report('away: capacity, stock gateway', { answer });
    expect(answered).toBeNull();
    expect(answer).not.toBeNull();
    expect(answer).not.toMatchObject(helpful);
  }, 120_000);
});
