import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { countsOf, importInto, storedIn } from './import-report.js';
import type { ImportReport } from './import-report.js';
import { servicesFound } from './found-services.js';
import { expectSample, washingtonServices } from './washington-rows.js';
import { washingtonTerms } from './washington-terms.js';

const realDirectory = inRepository('..', 'shared', 'real');
const describeReal = existsSync(realDirectory) ? describe : describe.skip;

let system: OwnSystem;
const countServices = async (filter: object): Promise<number> =>
  (
    await system.query<{ services: { totalCount: number } }>('query ($f: ServiceFilter) { services(filter: $f) { totalCount } }', {
      f: filter,
    })
  ).services.totalCount;

interface Reached {
  readonly category: string;
  readonly considered: number;
  readonly funnel: readonly { readonly code: string; readonly left: number }[];
}

/** How far a search from a place reaches, need by need. */
async function reachedFrom(point: object, categories: readonly string[]): Promise<readonly Reached[]> {
  const reached: Reached[] = [];
  for (const category of categories) {
    const input = {
      ...{ origin: { point }, needs: [{ category }], person: { gender: 'WOMAN', age: 30, languages: ['en'] } },
      ...{ maxDistanceKm: 2000, first: 1 },
    };
    const { match } = await system.query<{ match: { needs: Reached[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { category considered funnel { code left } } } }',
      { input },
    );
    reached.push(match.needs[0]!);
  }
  return reached;
}

interface ActiveService {
  readonly id: string;
  readonly status: string;
  readonly categories: readonly string[];
}

interface Listed {
  readonly services: {
    readonly edges: readonly { readonly node: ActiveService }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** Ids and categories of active services. */
async function activeServices(): Promise<readonly ActiveService[]> {
  const all: ActiveService[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { services }: Listed = await system.query<Listed>(
      'query ($after: String) { services(first: 100, after: $after) { edges { node { id status categories } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    all.push(...services.edges.flatMap(({ node }) => (node.status === 'ACTIVE' ? [node] : [])));
    more = services.pageInfo.hasNextPage;
    after = services.pageInfo.endCursor;
  }
  return all;
}

/** Active services by category. */
async function activeByCategory(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const category of (await activeServices()).flatMap(({ categories }) => categories))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

/** Of a hundred active services, at least so many must be found. */
const foundLeast = 90;

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

    it('makes no place confidential without a cause', () => {
      expect(first.lines.filter((line) => line.code.startsWith('SECRET_'))).toEqual([]);
    });

    it('stores nothing the second time', async () => {
      const second = await importInto(system, join(realDirectory, name), name);
      expect(storedIn(second)).toBe(0);
      for (const [object, counts] of Object.entries(first.summary)) expect(countsOf(second, object).read).toBe(counts.read);
    }, 120_000);
  });

  it('every active service with a category is within reach, wherever its position is missing or wrong', async () => {
    const active = await activeByCategory();
    const reached = await reachedFrom({ latitude: 38.9, longitude: -77.03 }, [...active.keys()]);
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    expect(reached.map(({ category, funnel }) => [category, funnel[0]!.left])).toEqual([...active]);
    expect(sum(reached.map(({ considered }) => considered))).toBe(sum([...active.values()]));
  }, 120_000);

  describe('of Washington', () => {
    it('shows what is there', async () => {
      const downtown = { south: 38.79, west: -77.12, north: 39.0, east: -76.9 };
      expect(await countServices({ within: downtown })).toBeGreaterThan(500);
      expect(await countServices({ within: { south: -10, west: 10, north: -5, east: 20 } })).toBe(0);
    });

    it('is found by somebody, service by service, nearly completely', async () => {
      const own = new Set((await washingtonTerms(join(realDirectory, 'washington-dc'))).map(({ id }) => id));
      const active = (await activeServices()).filter(({ id }) => own.has(id));
      const found = await servicesFound(system, [...new Set(active.flatMap(({ categories }) => categories))]);
      const share = (100 * active.filter(({ id }) => found.has(id)).length) / active.length;
      expect(active.length).toBeGreaterThan(1500);
      expect(share).toBeGreaterThanOrEqual(foundLeast);
      // Nothing else keeps a service from being found.
      expect(active.filter(({ id, categories }) => categories.length > 0 && !found.has(id))).toEqual([]);
    }, 300_000);

    it('shows ten services as their rows say', async () => {
      for (const row of await washingtonServices(join(realDirectory, 'washington-dc'), 10)) await expectSample(system, row);
    });
  });
});
