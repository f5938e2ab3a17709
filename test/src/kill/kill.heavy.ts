import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutate } from '../bad-input/registry-operations.js';
import { countsOf, importInto, storedIn } from '../directories/import-report.js';
import { runHaven } from '../harness/command.js';
import type { CommandResult } from '../harness/command.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { randomOf } from '../reference/requests/random.js';
import { manyServices } from './many-services.js';
import { maskedBody } from './masked-body.js';
import { randomQuestion } from './random-question.js';
import type { RandomQuestion } from './random-question.js';
import { countUntilDeath } from './bed-updates.js';
import type { CountedPool } from './bed-updates.js';
import { versionsOfPool } from './pools-in.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const serviceCount = 600;

let system: OwnSystem;
let directory: string;
let file: string;
let interrupted: CommandResult;

beforeAll(async () => {
  if (!ownProcesses) return;
  directory = await mkdtemp(join(tmpdir(), 'haven-kill-'));
  file = join(directory, 'services.ndjson');
  await writeFile(file, manyServices(serviceCount));
  system = await startSystem();
}, 150_000);

afterAll(async () => {
  await system?.remove();
  await rm(directory, { recursive: true, force: true });
}, 30_000);

const storedServices = async (): Promise<number> =>
  (await system.query<{ services: { totalCount: number } }>('{ services { totalCount } }')).services.totalCount;

/** Moments of an import: while records are read and stored, and while services are published. */
const moments: Readonly<Record<string, (begun: Promise<void>) => Promise<void>>> = {
  storing: (begun) => begun.then(() => sleep(300)),
  publishing: async (begun) => {
    const before = await storedServices();
    await begun;
    for (let waited = 0; waited < 40_000 && (await storedServices()) === before; waited += 50) await sleep(50);
  },
};

const questions: RandomQuestion[] = Array.from({ length: 40 }, (_, index) => randomQuestion(randomOf(3_000 + index))).filter(({ query }) =>
  query.includes('match('),
);

async function answers(): Promise<string[]> {
  const token = await system.token('COORDINATOR');
  const bodies: string[] = [];
  for (const { query, variables } of questions) bodies.push(maskedBody((await ask<object>(system.url, { query, variables, token })).body));
  return bodies;
}

/** Resolves to the answers once they no longer change: the read model has caught up. */
async function settledAnswers(): Promise<string[]> {
  let before = await answers();
  for (let round = 0; round < 40; round += 1) {
    await sleep(500);
    const now = await answers();
    if (now.join() === before.join()) return now;
    before = now;
  }
  throw new Error('The answers do not come to rest');
}

async function countedPools(count: number): Promise<CountedPool[]> {
  const ids = Array.from({ length: count }, (_, index) => `twin-${index * 5}`);
  const fields = ids.map((id, index) => `p${index}: bedPools(serviceId: "${id}") { id total occupied version }`).join('\n');
  const pools = Object.values(await system.query<Record<string, Omit<CountedPool, 'open'>[]>>(`{ ${fields} }`));
  return pools.flat().map((pool) => ({ ...pool, open: null }));
}

describeOwn('kill -9', () => {
  it.each(Object.keys(moments))(
    'in the middle of an import, %s: what is stored is complete',
    async (moment) => {
      let tell: () => void = () => undefined;
      // The first line of progress comes from the server: the import has begun.
      const begun = new Promise<void>((resolve) => (tell = resolve));
      const importing = runHaven(['import', file], { env: { HAVEN_DATA: system.dataDirectory }, onStderr: tell });
      await moments[moment]!(begun);
      await system.kill();
      interrupted = await importing;
      expect(interrupted.code).not.toBe(0);
      await system.restart();
      expect(await storedServices()).toBeLessThanOrEqual(serviceCount);
    },
    120_000,
  );

  it('in the middle of an import: repeating it completes it, without duplicates', async () => {
    expect(countsOf(await importInto(system, file), 'service')).toMatchObject({ read: serviceCount, skipped: 0 });
    expect(await storedServices()).toBe(serviceCount);
    const again = await importInto(system, file);
    expect(storedIn(again)).toBe(0);
    expect(countsOf(again, 'service')).toMatchObject({ read: serviceCount, unchanged: serviceCount });
  }, 120_000);

  it('in the middle of an import: the command says what to do, without a stack', () => {
    expect(interrupted.stderr).toMatch(/again|repeat/i);
    expect(interrupted.stderr).not.toMatch(/^\s+at /m);
  });

  it('in the middle of bed counts: all acknowledged counts are there, and others can be repeated', async () => {
    const pools = await countedPools(8);
    expect(pools.length).toBe(8);
    const counting = pools.map((pool) => countUntilDeath(system, pool));
    await sleep(1_500);
    await system.kill();
    await Promise.all(counting);
    await system.restart();
    expect(pools.some((pool) => pool.version > 2)).toBe(true);
    const stored = await countedPools(8);
    pools.forEach((pool, index) => {
      const { version, occupied } = stored[index]!;
      const done = version === pool.version ? { occupied: pool.occupied } : { occupied: pool.open?.occupied, version: pool.version + 1 };
      expect({ version, occupied }).toMatchObject(done);
    });
    for (const { id, open, version } of pools.filter((pool) => pool.open)) {
      const { result } = await mutate(system, 'setBedCounts', { poolId: id, ...open });
      expect(result).toMatchObject({ __typename: 'BedPool', occupied: open!.occupied, version: version + 1 });
    }
  }, 120_000);

  it('leaves a read model that has every count and equals a rebuilt one', async () => {
    expect(questions.length).toBeGreaterThan(15);
    const live = await settledAnswers();
    const pools = await countedPools(8);
    const shown = pools.map((pool) => live.flatMap((body) => versionsOfPool(body, pool.id)));
    expect(shown.flat().length).toBeGreaterThan(0);
    pools.forEach((pool, index) => expect(new Set(shown[index])).toEqual(new Set(shown[index]!.map(() => pool.version))));
    await system.haven('rebuild', 'matching');
    expect(await settledAnswers()).toEqual(live);
  }, 120_000);
});
