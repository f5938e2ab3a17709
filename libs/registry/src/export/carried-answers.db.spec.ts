import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { registryCommands } from '../control/commands.js';
import { serviceOf } from '../decisions/decisions.fixture.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { missingServices, resolveMissing } from '../quality/missing-services.js';
import { decidePair, type DecidePair, possiblePairs } from '../quality/service-pairs.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';

const commands = (on: TestRegistry) => registryCommands(on.registry, () => Promise.resolve());
const none = () => Promise.resolve();
const exportTo = (on: TestRegistry, path: string, format: 'json' | 'csv' | 'ndjson') =>
  commands(on).export({ command: 'export', path, format }, none);
const importInto = (on: TestRegistry, path: string) => commands(on).import({ command: 'import', path, dryRun: false, source: null }, none);
const load = (on: TestRegistry, source: string, services: readonly JsonObject[]) =>
  loadDirectory(on.registry, itemsOf(...services), { source, isWhole: true });
const shown = async (on: TestRegistry, ids: readonly string[]) => {
  const views = await Promise.all(ids.map((id) => findService(on.registry, id)));
  return views.flatMap((view) => view?.id ?? []);
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haven-carried-'));
});
afterAll(() => rm(folder, { recursive: true }));

const opened: TestRegistry[] = [];
const another = async (): Promise<TestRegistry> => {
  const registry = await openTestRegistry();
  opened.push(registry);
  return registry;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe('decisions on missing services, in an export', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const without = (...gone: string[]) => ids.filter((id) => !gone.includes(id)).map((id) => serviceOf(id, {}));
  const missing = async (on: TestRegistry) => (await missingServices(on.registry, null, null, 9)).items.map(({ id }) => id);
  let here: TestRegistry;
  beforeAll(async () => {
    here = await openTestRegistry();
    await load(here, 'test', without());
    await load(here, 'test', without('a', 'b'));
    const command = { ...here.command(), source: 'test', serviceIds: ['a'], decision: 'KEEP' } as const;
    await resolveMissing(here.registry, coordinator, command);
  });
  afterAll(() => here.close());

  it.each(['test', 'test.csv', 'test.ndjson'])('are kept when it is read from %s', async (name) => {
    const path = join(folder, name.endsWith('.csv') ? `csv/test` : name);
    await exportTo(here, path, name.endsWith('.csv') ? 'csv' : name.endsWith('.ndjson') ? 'ndjson' : 'json');
    const there = await another();
    await importInto(there, path);
    expect(await missing(there)).toEqual([]);
    expect(JSON.stringify(await findService(there.registry, 'a'))).not.toContain('haven:missing');
    // The kept service is not listed again, even after a second import.
    await importInto(there, path);
    await load(there, 'test', without('a', 'b'));
    expect(await missing(there)).toEqual(['b']);
    // A file has it again, and a later one lacks it.
    await load(there, 'test', without());
    await load(there, 'test', without('a'));
    expect(await missing(there)).toEqual(['a']);
  });

  it('do not apply to services that files here have', async () => {
    const path = join(folder, 'again', 'test');
    await exportTo(here, path, 'json');
    const there = await another();
    await load(there, 'test', without());
    await importInto(there, path);
    await load(there, 'test', without('a', 'b'));
    expect(await missing(there)).toEqual(['a', 'b']);
  });
});

describe('decisions on pairs, in an export', () => {
  const service = (id: string, name: string): JsonObject => ({
    ...{ id, name, status: 'active', organization: { id: `o-${id}`, name: `House of ${name}`, description: 'd' } },
  });
  // Both publishers number their records from 1.
  const north = [service('1', 'One'), service('2', 'Two'), service('3', 'Three'), service('4', 'Four'), service('5', 'Five')];
  const south = [service('1', 'Four'), service('2', 'Three'), service('3', 'Two'), service('4', 'One'), service('5', 'Five')];
  const asked = async (on: TestRegistry) => (await possiblePairs(on.registry, null, 9)).items.map(({ services: [one] }) => one.name).sort();
  let here: TestRegistry;
  const idOf = async (on: TestRegistry, source: string, id: string) => {
    const key = { object: 'service', id } as const;
    return (await on.registry.transaction((tx) => tx.publisherIds.publicIds(source, [key]))).get(`service:${id}`) ?? id;
  };
  const decide = async (on: TestRegistry, ids: readonly [string, string], given: Partial<DecidePair>, kept = 0) => {
    const serviceIds = [await idOf(on, 'north', ids[0]), await idOf(on, 'south', ids[1])];
    const keepId = given.decision === 'MERGE' ? serviceIds[kept]! : null;
    return decidePair(on.registry, coordinator, { ...on.command(), serviceIds, decision: 'MERGE', ...given, keepId });
  };
  beforeAll(async () => {
    here = await openTestRegistry();
    await load(here, 'north', north);
    await load(here, 'south', south);
    await decide(here, ['1', '4'], { decision: 'MERGE' });
    await decide(here, ['5', '5'], { decision: 'MERGE' }, 1);
    await decide(here, ['2', '3'], { decision: 'KEEP_APART' });
    await decide(here, ['3', '2'], { decision: 'KEEP_APART' });
    await decide(here, ['3', '2'], { decision: 'UNDO' });
  });
  afterAll(() => here.close());

  it.each(['json', 'csv'] as const)('apply after an import from %s, whatever later files contain', async (format) => {
    expect(await asked(here)).toEqual(['Four', 'Three']);
    const path = join(folder, `pairs-${format}`);
    await exportTo(here, path, format);
    const there = await another();
    await importInto(there, path);
    expect(await asked(there)).toEqual(['Four', 'Three']);

    await load(there, 'south', south);
    await load(there, 'north', north);
    expect(await asked(there)).toEqual(['Four', 'Three']);
    const fives = [await idOf(there, 'north', '5'), await idOf(there, 'south', '5')];
    expect(await shown(there, fives)).toEqual(fives.slice(1));
    const [kept, gone] = [await idOf(there, 'north', '1'), await idOf(there, 'south', '4')];
    expect(await shown(there, [kept, gone])).toEqual([kept]);

    // It is a decision there, too: it is exported again, and can be undone.
    const further = join(folder, `further-${format}`);
    await exportTo(there, further, format);
    const third = await another();
    await importInto(third, further);
    await load(third, 'south', south);
    expect(await asked(third)).toEqual(['Four', 'Three']);

    expect(await decide(there, ['1', '4'], { decision: 'UNDO' })).toMatchObject({ state: 'UNDONE' });
    expect(await shown(there, [kept, gone])).toEqual([kept, gone]);
    await importInto(there, path);
    expect(await asked(there)).toEqual(['Four', 'One', 'Three']);
  });

  it('do not apply if only one of the two directories is imported', async () => {
    const path = join(folder, 'alone');
    await exportTo(here, path, 'json');
    expect(await readdir(path)).toEqual(['haven-pairs.ndjson', 'haven-sources.json', 'north', 'south']);
    const there = await another();
    await load(there, 'south', south);
    await importInto(there, join(path, 'north'));
    expect(await asked(there)).toEqual(['Four', 'One', 'Three', 'Two']);

    // Nor if one directory was removed from the export.
    const index = join(path, 'haven-sources.json');
    const listed = JSON.parse(await readFile(index, 'utf8')) as readonly { readonly source: string }[];
    await writeFile(index, JSON.stringify(listed.filter(({ source }) => source === 'north')));
    await importInto(there, path);
    expect(await asked(there)).toEqual(['Four', 'One', 'Three', 'Two']);
  });
});
