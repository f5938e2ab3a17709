import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { countsOf, importInto, storedIn } from './import-report.js';
import type { ImportReport } from './import-report.js';
import { expectSample, washingtonServices } from './washington-rows.js';

const realDirectory = inRepository('..', 'shared', 'real');
const describeReal = existsSync(realDirectory) ? describe : describe.skip;

let system: OwnSystem;
const countServices = async (filter: object): Promise<number> =>
  (
    await system.query<{ services: { totalCount: number } }>('query ($f: ServiceFilter) { services(filter: $f) { totalCount } }', {
      f: filter,
    })
  ).services.totalCount;

describeReal('import of directories that real publishers wrote', () => {
  beforeAll(async () => {
    system = await startSystem();
  }, 150_000);

  afterAll(async () => {
    await system.remove();
  }, 30_000);

  describe.each([
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

    it('closes no place without a cause', () => {
      expect(first.lines.filter((line) => line.code.startsWith('SECRET_'))).toEqual([]);
    });

    it('stores nothing the second time', async () => {
      const second = await importInto(system, join(realDirectory, name), name);
      expect(storedIn(second)).toBe(0);
      for (const [object, counts] of Object.entries(first.summary)) expect(countsOf(second, object).read).toBe(counts.read);
    }, 120_000);
  });

  describe('of Washington', () => {
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
