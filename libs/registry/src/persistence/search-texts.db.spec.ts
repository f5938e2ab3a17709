import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findServices } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { SearchTexts1798600000001 } from './migrations/entries/1798600000001-search-texts.js';

const house = (id: string, name: string) => ({ id, name, status: 'active', organization: { id: 'o', name: 'O', description: 'd' } });
const houses = [
  house('oneil', 'O’Neil House'),
  house('mary', "St. Mary's Refuge"),
  house('lodz', 'Łódź Straße'),
  house('school', 'مَدْرَسَة'),
  house('star', '*** House'),
];
const nothingElse = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null, first: 10 };

describe('a name as people type it', () => {
  let on: TestRegistry;
  const found = async (text: string) => (await findServices(on.registry, { ...nothingElse, text })).items.map(({ view }) => view.id).sort();

  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(...houses), { source: 'test' });
  });
  afterAll(() => on.close());

  const expected: [string, string[]][] = [
    ["O'Neil", ['oneil']],
    ['o neil', ['oneil']],
    ['ONEIL', ['oneil']],
    ['St. Mary’s', ['mary']],
    ['st marys', ['mary']],
    ['lodz STRASSE', ['lodz']],
    ['مدرسة', ['school']],
    ['***', []],
    ['%', []],
    [' ', ['lodz', 'mary', 'oneil', 'school', 'star']],
  ];
  it.each(expected)('%s finds its house', async (text, ids) => expect(await found(text)).toEqual(ids));

  it('also finds entries that an earlier version stored, in the same order', async () => {
    const { dataSource } = on.database;
    const columns = 'SELECT service_id, sort_name, search_text FROM registry.service_entry ORDER BY service_id';
    const now = await dataSource.query<unknown[]>(columns);
    await dataSource.query(`UPDATE registry.service_entry SET sort_name = lower(view ->> 'name'), search_text = lower(view ->> 'name')`);
    expect(await found("O'Neil")).toEqual([]);
    const runner = dataSource.createQueryRunner();
    await new SearchTexts1798600000001().up(runner);
    await runner.release();
    expect(await dataSource.query(columns)).toEqual(now);
  });
});
