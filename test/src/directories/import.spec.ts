import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { badFiles } from './bad-files.js';
import { codesOf, countsOf, importInto, storedIn } from './import-report.js';
import type { ImportReport } from './import-report.js';
import { expectSample, washingtonServices } from './washington-rows.js';

const realDirectory = inRepository('..', 'shared', 'real');
const describeOwn = ownProcesses ? describe : describe.skip;
const withReal = existsSync(realDirectory) ? describe : describe.skip;

let system: OwnSystem;
const countServices = async (filter: object): Promise<number> =>
  (
    await system.query<{ services: { totalCount: number } }>('query ($f: ServiceFilter) { services(filter: $f) { totalCount } }', {
      f: filter,
    })
  ).services.totalCount;

describeOwn('import', () => {
  beforeAll(async () => {
    system = await startSystem();
  }, 150_000);

  afterAll(async () => {
    await system.remove();
  }, 30_000);

  describe('of bad input', () => {
    it.each(badFiles)(
      '$name: is reported, the rest is stored, the system stays well',
      async ({ codes, services, write }) => {
        const directory = await mkdtemp(join(tmpdir(), 'haven-bad-'));
        try {
          const report = await importInto(system, await write(directory));
          expect(codesOf(report)).toEqual(expect.arrayContaining([...codes]));
          expect(report.lines.length).toBeGreaterThan(0);
          expect(countsOf(report, 'service').stored).toBe(services);
          expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);
          expect(system.running()).toBe(true);
        } finally {
          await rm(directory, { recursive: true, force: true });
        }
      },
      60_000,
    );

    it('leaves nothing of a system file, of a polluted key or of a stack behind', async () => {
      const all = JSON.stringify(await system.query<object>('{ services(first: 50) { edges { node { name hsds } } } }'));
      expect(all).not.toMatch(/root:x:0|polluted/);
      expect(system.output()).not.toMatch(/^\s+at .+:\d+:\d+/m);
    });
  });

  withReal.each([
    ['washington-dc', 1658],
    ['illinois', 430],
  ])('of the real directory %s', (name, services) => {
    let first: ImportReport;

    beforeAll(async () => {
      first = await importInto(system, join(realDirectory, name), name);
    }, 120_000);

    it('takes every service, and every row is stored or reported', () => {
      expect(countsOf(first, 'service').read).toBe(services);
      const skipped = Object.values(first.summary).reduce((sum, counts) => sum + counts.skipped, 0);
      expect(first.lines.filter((line) => line.action === 'skipped').length).toBeGreaterThanOrEqual(skipped);
      expect(countsOf(first, 'service').stored + countsOf(first, 'service').skipped).toBe(services);
    });

    it('stores nothing the second time', async () => {
      const second = await importInto(system, join(realDirectory, name), name);
      expect(storedIn(second)).toBe(0);
      for (const [object, counts] of Object.entries(first.summary)) expect(countsOf(second, object).read).toBe(counts.read);
    }, 120_000);
  });

  withReal('of Washington', () => {
    it('shows what is there', async () => {
      const downtown = { south: 38.79, west: -77.12, north: 39.0, east: -76.9 };
      expect(await countServices({ within: downtown })).toBeGreaterThan(500);
      expect(await countServices({ within: { south: -10, west: 10, north: -5, east: 20 } })).toBe(0);
    });

    it('shows ten services as their rows say', async () => {
      for (const row of await washingtonServices(join(realDirectory, 'washington-dc'), 10)) await expectSample(system, row);
    });
  });
});
