import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demandSchema } from '@haven/events';
import { burdenWeights } from '@haven/kernel';
import { prune, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { MatchQuestion } from '../request/match-question.js';
import { agedDemand } from '../persistence/demand/demand-log.js';
import { bedsOf, snapshotOf } from '../persistence/directory.fixture.js';
import { matchingOn, openMatchingDatabase } from '../persistence/matching-database.js';
import { projection } from '../persistence/reading/read-model.js';
import { emptyReadModel } from '../persistence/projection/reset.js';
import { matchPerson } from '../answer/match.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const now = new Date('2026-11-24T08:41:17.345Z');
const question: MatchQuestion = {
  origin: { point: medan },
  needs: [{ category: 'ACCOMMODATION' }],
  person: { gender: 'WOMAN', age: 24, languages: ['km-KH', 'en'], nationality: 'KH', pregnant: true },
  companions: [{ gender: 'MAN', age: 3, languages: ['km'] }],
  at: new Date('2026-11-20T03:00:00Z'),
  record: true,
};
const nothing = { considered: false, nearMisses: false, funnel: false, splits: false };

describe('a question that is recorded', () => {
  let server: TestDatabase;
  let database: Database;
  const errors: unknown[] = [];

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    await emptyReadModel(database);
    await query('DELETE FROM matching.demand');
    await query('DELETE FROM matching.outbox');
    errors.length = 0;
  });

  const query = <T>(sql: string) => database.dataSource.query<T[]>(sql);
  const started = () => {
    const gazetteer = { byId: () => Promise.resolve(null), search: () => Promise.resolve([]) };
    const settings = { tieKey: 'test', weights: burdenWeights };
    return matchingOn(database, { gazetteer, clock: { now: () => now }, settings, onError: (error) => errors.push(error) });
  };
  const ask = async (changes: Partial<MatchQuestion> = {}, matching = started()) => {
    const answer = await matchPerson(matching, { subject: 'caller' }, { question: { ...question, ...changes }, asked: nothing });
    if ('kind' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const demand = () => query<Record<string, unknown>>('SELECT * FROM matching.demand ORDER BY category');
  const store = (id: string, free: number, categories: readonly ('ACCOMMODATION' | 'LEGAL')[]) =>
    database.transaction(async (tx) => {
      await projection.storeServices(tx, [snapshotOf({ id, at: medan, categories: [...categories] })]);
      await projection.storeBeds(tx, [bedsOf(id, [{ free }], '2026-11-20T02:00:00Z')]);
    });

  it('leaves category, cell, country, hour, shape of the party, language and outcome, and nothing else', async () => {
    await store('shelter', 0, ['ACCOMMODATION']);
    await ask();
    expect(await demand()).toEqual([
      {
        hour: new Date('2026-11-24T08:00:00Z'),
        category: 'ACCOMMODATION',
        country: 'ID',
        cell: '84650d5ffffffff',
        party: 'WOMAN_WITH_CHILDREN',
        language: 'km',
        outcome: 'FULL',
      },
    ]);
  });

  it('is emitted with its hour only, and outside any trace', async () => {
    await ask();
    const [event] = await query<Record<string, unknown>>(
      'SELECT topic, event_key, event_type, occurred_at, correlation_id, traceparent, data FROM matching.outbox',
    );
    expect(event).toEqual({
      topic: 'haven.matching.demand.v1',
      event_key: '84650d5ffffffff',
      event_type: 'haven.matching.demand.recorded',
      occurred_at: new Date('2026-11-24T08:00:00Z'),
      correlation_id: null,
      traceparent: null,
      data: demandSchema.parse(event!.data),
    });
    expect(Object.keys(event!.data as object).sort()).toEqual(['category', 'cell', 'country', 'hour', 'language', 'outcome', 'party']);
  });

  it('counts each category once, with the worst outcome', async () => {
    await store('for adults', 3, ['LEGAL', 'ACCOMMODATION']);
    const legal = { category: 'LEGAL' } as const;
    await ask({
      person: { ...question.person, id: 'mother' },
      companions: [{ gender: 'MAN', age: 3, languages: ['km'], id: 'son' }],
      needs: [legal, { ...legal, for: 'son' }, { category: 'MEDICAL' }, { category: 'ACCOMMODATION' }],
    });
    expect((await demand()).map(({ category, outcome }) => [category, outcome])).toEqual([
      ['ACCOMMODATION', 'MET_WITH_QUESTIONS'],
      ['LEGAL', 'MET_WITH_QUESTIONS'],
      ['MEDICAL', 'NONE'],
    ]);
  });

  it('is recorded only if it asks for that', async () => {
    await ask({ record: false });
    await ask({ record: null });
    const { record: _, ...plain } = question;
    await ask({ ...plain, record: undefined });
    expect([...(await demand()), ...(await query('SELECT * FROM matching.outbox'))]).toEqual([]);
  });

  it('counts once when it is sent again', async () => {
    const matching = started();
    for (const record of [false, true, true]) await ask({ record }, matching);
    expect(await demand()).toHaveLength(1);
  });

  it('is answered like any other, even if it cannot be counted', async () => {
    await store('shelter', 2, ['ACCOMMODATION']);
    const plain = await ask({ record: false });
    expect(await ask()).toEqual(plain);
    await query('ALTER TABLE matching.demand RENAME TO away');
    expect(await ask()).toEqual(plain);
    await query('ALTER TABLE matching.away RENAME TO demand');
    expect(errors).toHaveLength(1);
    expect(await demand()).toHaveLength(1);
  });

  it('stays when the read model is built again', async () => {
    await ask();
    await emptyReadModel(database);
    expect(await demand()).toHaveLength(1);
  });

  it('is deleted after 400 days', async () => {
    await query(`INSERT INTO matching.demand
      SELECT now() - make_interval(days => days), 'LEGAL', 'ID', 'cell', 'WOMAN', 'km', 'MET' FROM unnest(ARRAY[399, 401]) AS days`);
    await prune(database, agedDemand);
    const [row] = await query(
      `SELECT count(*)::int AS count, count(*) FILTER (WHERE hour < now() - interval '400 days')::int AS old FROM matching.demand`,
    );
    expect(row).toEqual({ count: 1, old: 0 });
  });
});
