import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DemandView } from '@haven/events';
import { NeedCategory } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { DemandGroup } from './groupings.js';
import { openDemandCounts } from '../persistence/demand/demand-counts.js';
import { openDemandLog } from '../persistence/demand/demand-log.js';
import { openMatchingDatabase } from '../persistence/matching-database.js';
import { unmetNeeds } from './unmet-needs.js';

const clock = { now: () => new Date('2026-11-30T08:00:00Z') };
const woman: DemandView = {
  category: 'ACCOMMODATION',
  cell: '84650d5ffffffff',
  country: 'ID',
  hour: '2026-10-04T23:00:00.000Z',
  party: 'WOMAN',
  language: 'km',
  outcome: 'FULL',
};

describe('unmet needs', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(() => database.dataSource.query('DELETE FROM matching.demand'));

  const record = (times: number, changes: Partial<DemandView> = {}) => {
    const log = openDemandLog(database, (error) => {
      throw error;
    });
    return log.record(Array.from({ length: times }, () => ({ ...woman, ...changes })));
  };
  const ask = async (groupBy: readonly DemandGroup[], from = '2026-10-01', to = '2026-11-01') => {
    const question = { from: new Date(`${from}T00:00:00Z`), to: new Date(`${to}T00:00:00Z`), groupBy };
    const answer = await unmetNeeds({ demandCounts: openDemandCounts(database), clock }, question);
    if ('kind' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const lodging = async (...question: Parameters<typeof ask>) =>
    (await ask(...question)).filter(({ group }) => group.category === 'ACCOMMODATION');

  it('are at least so many, in fives, and nothing below five', async () => {
    await record(8);
    await record(6, { outcome: 'MET' });
    await record(4, { category: 'LEGAL' });
    const rows = await ask(['CATEGORY']);
    expect(rows.map(({ group }) => group.category)).toEqual(Object.values(NeedCategory).sort());
    expect(rows.filter(({ asked }) => asked !== null)).toEqual([{ group: { category: 'ACCOMMODATION' }, asked: 10, unmet: 5 }]);
  });

  it.each([
    ['COUNTRY', { country: 'ID' }],
    ['CELL', { country: 'ID', cell: '84650d5ffffffff' }],
    ['HOUR', { hour: 23 }],
    ['PARTY', { party: 'WOMAN' }],
    ['LANGUAGE', { language: 'km' }],
    ['OUTCOME', { outcome: 'FULL' }],
  ] as const)('by %s have a row for each published group', async (grouping, group) => {
    await record(6);
    await record(2, {
      country: null,
      cell: '84283c3ffffffff',
      hour: '2026-10-04T02:00:00.000Z',
      party: 'BOY',
      language: 'my',
      outcome: 'NONE',
    });
    expect(await ask([grouping, 'CATEGORY'])).toEqual([{ group: { category: 'ACCOMMODATION', ...group }, asked: 5, unmet: 5 }]);
  });

  it('belong to days in UTC', async () => {
    await record(5, { hour: '2026-10-04T00:00:00.000Z' });
    await record(5, { hour: '2026-10-04T23:00:00.000Z' });
    await record(5, { hour: '2026-10-05T00:00:00.000Z' });
    expect(await lodging(['CATEGORY'], '2026-10-04', '2026-10-05')).toMatchObject([{ asked: 10 }]);
    expect(await lodging(['CATEGORY'], '2026-10-05', '2026-10-06')).toMatchObject([{ asked: 5 }]);
  });

  it('of some days are no more than those of each day, and of a month everything', async () => {
    for (let day = 10; day < 20; day++) await record(4, { hour: `2026-10-${day}T05:00:00.000Z` });
    expect(await lodging(['CATEGORY'])).toMatchObject([{ asked: 40, unmet: 40 }]);
    expect(await lodging(['CATEGORY'], '2026-10-02', '2026-11-01')).toMatchObject([{ asked: null, unmet: null }]);
  });

  it('publish nothing for a country with two cells if the difference would reveal one cell', async () => {
    await record(8, { country: 'SG' });
    await record(3, { country: 'SG', cell: '84283c3ffffffff' });
    expect([await ask(['CATEGORY', 'COUNTRY']), await ask(['CATEGORY', 'CELL'])]).toEqual([[], []]);
    expect(await lodging(['CATEGORY'])).toMatchObject([{ asked: 10 }]);
  });
});
