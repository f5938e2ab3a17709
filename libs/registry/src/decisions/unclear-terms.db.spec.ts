import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { resumePublishing } from '../publishing/resume-publishing.js';
import { withdrawService } from '../entries/withdraw-service.js';
import { serviceOf, term } from './decisions.fixture.js';
import { unclearTerms } from './unclear-terms.js';

const known = term('Emergency Shelter');
const vague = term('Zorbing');
const also = term('Hobby Horses');

const directory: readonly JsonObject[] = [
  serviceOf('a', { attributes: [vague] }),
  serviceOf('b', { attributes: [vague, also] }),
  serviceOf('c', { attributes: [vague, known] }),
  serviceOf('d', { attributes: [also], eligibility_description: 'Mostly women, as a rule' }),
  serviceOf('e', {}),
  serviceOf('hinted', { attributes: [term('Housing')] }),
  serviceOf('secret', {
    attributes: [vague, term('House at Jalan Rahasia 77')],
    eligibility_description: 'Women who know Jalan Rahasia 77, mostly',
    service_at_locations: [
      {
        id: 'at',
        location: {
          id: 'l',
          location_type: 'physical',
          latitude: 3.5,
          longitude: 98.6,
          attributes: [
            { id: 'mark', value: 'CONFIDENTIAL', taxonomy_term: { id: 't', code: 'haven:visibility', name: 'n', description: 'd' } },
          ],
        },
      },
    ],
  }),
];

describe('unclear terms', () => {
  let on: TestRegistry;
  const listed = async (source: string | null = 'test', after: Parameters<typeof unclearTerms>[2] = null, first = 100) =>
    (await unclearTerms(on.registry, source, after, first)).items;
  const told = async (source?: string) =>
    (await listed(source)).map(({ kind, name, services, lacking, examples }) => [
      kind,
      name,
      services,
      lacking,
      examples.map(({ id }) => id).join(''),
    ]);

  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(...directory), { source: 'test' });
  });
  afterAll(() => on.close());

  const expected = [
    ['TERM', 'Hobby Horses', 2, 2, 'bd'],
    ['TERM', 'Zorbing', 3, 2, 'abc'],
    ['ELIGIBILITY', 'Mostly women, as a rule', 1, 1, 'd'],
    ['SERVICE', 'Program e', 1, 1, 'e'],
    ['SERVICE', 'Program secret', 1, 1, 'secret'],
    ['TERM', 'Housing', 1, 1, 'hinted'],
  ];

  it('come with their services, first those without a category because of them', async () => {
    expect((await told()).map((row) => row.join(' ')).sort()).toEqual(expected.map((row) => row.join(' ')).sort());
    const lacking = (await listed()).map((one) => one.lacking);
    expect(lacking).toEqual([...lacking].sort((one, other) => other - one));
    expect((await listed())[0]!.examples[0]).toEqual({ id: 'a', name: 'Program a' });
    expect(await told('elsewhere')).toEqual([]);
    expect(await on.whereIs('Jalan Rahasia')).not.toContain('registry.unclear_term');
  });

  it('come page by page, each once', async () => {
    const all = await listed();
    const paged = [];
    for (let after: Parameters<typeof unclearTerms>[2] = null; ;) {
      const page = await unclearTerms(on.registry, null, after, 2);
      expect(page.totalCount).toBe(all.length);
      paged.push(...page.items);
      if (!page.hasNextPage) break;
      after = page.items.at(-1)!;
    }
    expect(paged).toEqual(all);
  });

  it('are recorded by an upgrade for earlier imports', async () => {
    await on.database.dataSource.query('DELETE FROM registry.unclear_term');
    await on.database.dataSource.query('INSERT INTO registry.unread_service SELECT id FROM registry.service');
    await resumePublishing(on.registry);
    expect((await told()).map((row) => row.join(' ')).sort()).toEqual(expected.map((row) => row.join(' ')).sort());
  });

  it('disappear with their service', async () => {
    await withdrawService(on.registry, coordinator, { ...on.command(), id: 'e', expectedVersion: 1 });
    expect((await told()).map(([, name]) => name)).not.toContain('Program e');
  });
});
