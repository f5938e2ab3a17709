import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceOf } from '../decisions/decisions.fixture.js';
import { registerService } from '../entries/register-service.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, providerOf, shelter, type TestRegistry } from '../registry.fixture.js';
import type { ImportLine } from '../report/import-report.js';
import { findService } from '../search/find-services.js';
import { directoryQuality } from './directory-quality.js';
import { missingServices, resolveMissing } from './missing-services.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const without = (...gone: string[]): JsonObject[] => ids.filter((id) => !gone.includes(id)).map((id) => serviceOf(id, {}));

describe('services that the newest file no longer has', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
    await load(without());
  });
  afterAll(() => on.close());

  async function load(services: JsonObject[], options: { isWhole?: boolean; dryRun?: boolean; source?: string } = {}) {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, itemsOf(...services), {
      ...{ source: 'test', isWhole: true, onLine: (line: ImportLine) => lines.push(line) },
      ...options,
    });
    return lines.filter(({ code }) => code.includes('MISSING')).map(({ code, id }) => `${code} ${id}`);
  }
  const listed = async () => (await missingServices(on.registry, null, null, 100)).items.map(({ id }) => id);
  const marked = async () => {
    const views = await Promise.all(ids.map((id) => findService(on.registry, id)));
    return views.flatMap((view) => (view?.missingSince ? [view.id] : []));
  };
  const resolve = (serviceIds: string[] | null, decision: 'KEEP' | 'WITHDRAW') =>
    resolveMissing(on.registry, coordinator, { ...on.command(), source: 'test', serviceIds, decision });

  it('are marked, named in the report, and stay published', async () => {
    expect(await load(without('a'))).toEqual(['MISSING_FROM_FILE a']);
    expect([await listed(), await marked()]).toEqual([['a'], ['a']]);
    const [told] = (await on.events()).filter(({ key }) => key === 'a').slice(-1);
    expect(told!.data!.service).toMatchObject({ id: 'a', version: 2, missingSince: expect.stringMatching(/^20.*Z$/) });
    const quality = await directoryQuality(on.registry);
    expect(quality).toMatchObject([{ source: 'test', services: 6, missing: 1 }]);
  });

  it('are reported once, and lose the mark when a file has them again', async () => {
    expect(await load(without('a'))).toEqual([]);
    expect(await load(without())).toEqual([]);
    expect([await listed(), await marked()]).toEqual([[], []]);
  });

  it('are not looked for in a part of a file, in a file without services, or in a dry run', async () => {
    expect(await load(without('a', 'b'), { isWhole: false })).toEqual([]);
    expect(await load([])).toEqual([]);
    expect(await load(without('b'), { dryRun: true })).toEqual(['MISSING_FROM_FILE b']);
    expect(await load(without(), { source: 'haven' })).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('are reported with emphasis if there are many, and marked all the same', async () => {
    expect(await load(without('a', 'b'))).toEqual(['MISSING_FROM_FILE a', 'MISSING_FROM_FILE b', 'MANY_MISSING null']);
    expect(await listed()).toEqual(['a', 'b']);
    await load(without());
  });

  it('can be kept, and are listed again only if a file has them and a later one lacks them', async () => {
    await load(without('a'));
    expect(await resolve(['a'], 'KEEP')).toEqual({ resolved: 1, left: 0 });
    expect([await listed(), await marked()]).toEqual([[], []]);
    expect(await load(without('a'))).toEqual([]);
    await load(without());
    expect(await load(without('a'))).toEqual(['MISSING_FROM_FILE a']);
  });

  it('can be withdrawn, all of a source or single ones, and do not come back', async () => {
    expect(await resolve(['b'], 'WITHDRAW')).toEqual({ kind: 'NotFound' });
    await load(without('a', 'b'));
    expect(await resolve(null, 'WITHDRAW')).toEqual({ resolved: 2, left: 0 });
    expect([await findService(on.registry, 'a'), await findService(on.registry, 'b')]).toEqual([null, null]);
    await load(without());
    await load(without('a'));
    expect([await findService(on.registry, 'a'), await listed()]).toEqual([null, []]);
  });

  it('never include services that somebody entered here', async () => {
    await registerService(on.registry, coordinator, { ...on.command(), organizationId: 'o', service: shelter });
    expect(await load(without('a', 'b'))).toEqual([]);
  });

  it('can be resolved only by a coordinator, and a limited number at once', async () => {
    expect(await resolve([], 'KEEP')).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'serviceIds' }] });
    await load(without('a', 'b', 'c'));
    const call = { ...on.command(), source: 'test', serviceIds: ['c'], decision: 'KEEP' } as const;
    expect(await resolveMissing(on.registry, providerOf('o'), call)).toEqual({ kind: 'NotFound' });
    expect(await listed()).toEqual(['c']);
  });

  it('come page by page, each once', async () => {
    await load(without('a', 'b', 'c', 'd', 'e'));
    const first = await missingServices(on.registry, 'test', null, 2);
    expect(first).toMatchObject({ totalCount: 3, hasNextPage: true });
    const next = await missingServices(on.registry, 'test', first.items[1]!, 2);
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect((await missingServices(on.registry, 'other', null, 2)).totalCount).toBe(0);
  });
});
