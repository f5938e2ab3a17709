import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../hsds/record.js';
import type { ServiceQuery } from '../search/service-query.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService, findServices } from '../search/find-services.js';
import type { ImportLine, IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import type { Registry } from '../ports.js';
import { publishWaiting } from './publish-services.js';

const service = (id: string, name: string, position: [number, number], more: JsonObject = {}): JsonObject => ({
  id,
  name,
  status: 'active',
  organization: { id: `o-${id}`, name: `Org ${id}`, description: 'd' },
  service_at_locations: [
    { id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', latitude: position[0], longitude: position[1] } },
  ],
  ...more,
});

describe('publishing', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(
      on.registry,
      itemsOf(
        service('fiji', 'Suva Légal Aid', [-18.1, 178.4], { languages: [{ id: 'lf', name: 'English, Hindi' }] }),
        service('samoa', 'Apia legal aid', [-13.8, -171.7], { languages: [{ id: 'ls', code: 'smo' }] }),
        service('medan', 'Medan shelter 100%', [3.6, 98.7], { languages: [{ id: 'lm', code: 'id' }] }),
        service('nowhere', 'Hotline for food', [100, 200]),
      ),
      { source: 'test' },
    );
  });
  afterAll(() => on.close());

  const all: ServiceQuery = {
    text: null,
    categories: null,
    languages: null,
    country: null,
    organizationId: null,
    within: null,
    after: null,
    first: 100,
  };
  const ids = async (query: Partial<ServiceQuery>) =>
    (await findServices(on.registry, { ...all, ...query })).items.map(({ view }) => view.id);

  it('finds by every filter', async () => {
    expect(await ids({})).toEqual(['samoa', 'nowhere', 'medan', 'fiji']);
    expect(await ids({ text: 'LEGAL  aid' })).toEqual(['samoa', 'fiji']);
    expect(await ids({ text: '100%' })).toEqual(['medan']);
    expect(await ids({ text: '_' })).toEqual([]);
    expect(await ids({ languages: ['hin', 'ind'] })).toEqual(['medan', 'fiji']);
    expect(await ids({ country: 'ID' })).toEqual(['medan']);
    expect(await ids({ organizationId: 'o-fiji' })).toEqual(['fiji']);
    expect(await ids({ categories: ['LEGAL'] })).toEqual(['samoa']);
    expect(await ids({ within: { south: -20, west: 170, north: -10, east: -170 } })).toEqual(['samoa', 'fiji']);
    expect(await ids({ within: { south: -20, west: -170, north: 10, east: 170 } })).toEqual(['medan']);
  });

  it('pages through everything once', async () => {
    const seen: string[] = [];
    for (let after: ServiceQuery['after'] = null, more = true; more;) {
      const page = await findServices(on.registry, { ...all, first: 1, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.items.map(({ view }) => view.id));
      after = page.items.at(-1)?.cursor ?? null;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(await ids({}));
  });

  it('keeps a place that is not on Earth in the record but off the map', async () => {
    const view = await findService(on.registry, 'nowhere');
    expect(view?.locations).toEqual([]);
    expect(view?.hsds).toMatchObject({ service_at_locations: [{ location: { latitude: 100, longitude: 200 } }] });
  });

  it('raises the version and emits an event only if something changed', async () => {
    const versions = async () => (await on.events()).filter(({ key }) => key === 'medan').map(({ data }) => data?.service.version);
    await loadDirectory(on.registry, itemsOf(service('medan', 'Medan shelter 100%', [3.6, 98.7])), { source: 'test' });
    expect(await versions()).toEqual([1]);
    await loadDirectory(on.registry, itemsOf(service('medan', 'Medan shelter', [3.6, 98.7])), { source: 'test' });
    expect(await versions()).toEqual([1, 2]);
    expect(await findService(on.registry, 'medan')).toMatchObject({ name: 'Medan shelter', version: 2 });
  });

  it('continues after a crash: publishes what was loaded completely, and defers the rest until the import is repeated', async () => {
    const items: IncomingItem[] = [];
    for await (const item of itemsOf(service('crash', 'Crash', [1, 1]))) items.push(item);
    const broken = async function* () {
      yield* items;
      yield* Array.from({ length: 500 }, (): IncomingItem => items[0]!);
      throw new Error('killed');
    };
    await expect(loadDirectory(on.registry, broken(), { source: 'crash' })).rejects.toThrow('killed');
    expect(await publishWaiting(on.registry)).toBe(0);
    expect(await findService(on.registry, 'crash')).toBeNull();

    const again = loadDirectory(diesPublishing(on.registry), itemsOf(service('crash', 'Crash', [1, 1])), { source: 'crash' });
    await expect(again).rejects.toThrow('killed');
    expect(await publishWaiting(on.registry)).toBe(1);
    expect(await findService(on.registry, 'crash')).toMatchObject({ name: 'Crash', version: 1 });
  });

  it('rolls everything back in a dry run, and says what it would do', async () => {
    const lines: ImportLine[] = [];
    const summary = await loadDirectory(on.registry, itemsOf(service('dry', 'Dry', [1, 1])), {
      source: 'test',
      dryRun: true,
      onLine: (line) => lines.push(line),
    });
    expect(summary.service).toEqual({ read: 1, stored: 1, unchanged: 0, skipped: 0 });
    expect(lines.map(({ code }) => code)).toEqual(['CATEGORY_UNKNOWN']);
    expect(await on.whereIs('Dry')).toEqual([]);
  });

  it("rejects a source's records in a Haven import, repairs a missing organization, and drops a link with a missing end", async () => {
    const lines: ImportLine[] = [];
    const record = (object: 'service' | 'service_at_location', id: string, references: readonly [string, string][]): IncomingItem => ({
      kind: 'record',
      file: 'x.csv',
      row: 7,
      reads: 1,
      record: {
        object,
        id,
        properties: object === 'service' ? { name: 'N legal', status: 'active' } : {},
        links: [],
        references: references.map(([property, target]) => ({ property, object: property as 'location', id: target })),
      },
    });
    const items = async function* () {
      yield record('service', 'medan', []);
      yield record('service', 'orphan', [['organization', 'gone']]);
      yield record('service', 'alone', []);
      yield record('service_at_location', 'half', [['location', 'gone']]);
    };
    const summary = await loadDirectory(on.registry, items(), { source: 'haven', onLine: (line) => lines.push(line) });
    expect(summary).toMatchObject({ service: { read: 3, stored: 2, skipped: 1 }, service_at_location: { read: 1, stored: 0, skipped: 1 } });
    expect(lines.filter(({ code }) => !/^(CATEGORY|POSITION)/.test(code)).map(({ id, code, action }) => [id, code, action])).toEqual([
      ['medan', 'ID_OF_ANOTHER_SOURCE', 'skipped'],
      ['orphan', 'DANGLING_REFERENCE', 'repaired'],
      ['half', 'DANGLING_REFERENCE', 'skipped'],
      ['alone', 'ORGANIZATION_MISSING', 'repaired'],
    ]);
    for (const id of ['orphan', 'alone'])
      expect(await findService(on.registry, id)).toMatchObject({ organization: { name: 'Organization not named in the directory' } });
  });
});

/** Fails in the first transaction that takes services to publish, like a killed process. */
function diesPublishing(registry: Registry): Registry {
  return {
    ...registry,
    transaction: (work) =>
      registry.transaction((tx) => work({ ...tx, dirty: { ...tx.dirty, take: () => Promise.reject(new Error('killed')) } })),
  };
}
