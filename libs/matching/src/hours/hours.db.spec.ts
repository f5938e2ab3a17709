import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { burdenWeights } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { openTestDatabase } from '@haven/testing';
import type { TestDatabase } from '@haven/testing';
import type { MatchQuestion } from '../request/match-question.js';
import { schedule, workdays } from './hours.fixture.js';
import { snapshotOf, type ServiceSketch } from '../persistence/directory.fixture.js';
import { matchingOn, openMatchingDatabase } from '../persistence/matching-database.js';
import { projection } from '../persistence/reading/read-model.js';
import { emptyReadModel } from '../persistence/projection/reset.js';
import { matchPerson } from '../answer/match.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const jayapura = { latitude: -2.53, longitude: 140.7 };
/** A Monday, 10:00 in Medan and 12:00 in Jayapura. */
const now = new Date('2026-11-30T03:00:00Z');
const office = schedule({ weekdays: workdays });
const until = (closes: number, more = {}) => schedule({ weekdays: workdays, closes: closes * 60, ...more });

const fail = (error: unknown) => {
  throw error;
};

describe('hours in match', () => {
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
  beforeEach(() => emptyReadModel(database));

  const matches = async (sketch: Partial<ServiceSketch>, at: Date = now) => {
    await database.transaction((tx) => projection.storeServices(tx, [snapshotOf({ id: 's', at: medan, ...sketch })]));
    const gazetteer = { byId: () => Promise.resolve(null), search: () => Promise.resolve([]) };
    const settings = { tieKey: 'test', weights: burdenWeights };
    const matching = matchingOn(database, { gazetteer, clock: { now: () => now }, settings, onError: fail });
    const question: MatchQuestion = {
      origin: { point: [sketch.at ?? medan].flat()[0]! },
      needs: [{ category: 'LEGAL' }],
      person: { gender: 'WOMAN', age: 24, languages: ['id'] },
      at,
    };
    const asked = { considered: false, nearMisses: false, funnel: false, splits: false };
    const answer = await matchPerson(matching, { subject: 'caller' }, { question, asked });
    if ('kind' in answer) throw new Error(JSON.stringify(answer));
    return answer.needs[0]!.matches;
  };
  const hours = async (sketch: Partial<ServiceSketch>, at?: Date) => {
    const [{ openNow, opensAt, closesAt }] = (await matches(sketch, at)) as [Awaited<ReturnType<typeof matches>>[number]];
    return [openNow, (opensAt ?? closesAt)?.toISOString() ?? null];
  };

  it('are by the clock of the place', async () => {
    expect(await hours({ schedules: [office] })).toEqual([true, '2026-11-30T10:00:00.000Z']);
    expect(await hours({ schedules: [until(11)], at: jayapura })).toEqual([false, '2026-12-01T00:00:00.000Z']);
  });

  it('are at the time that is asked about', async () =>
    expect(await hours({ schedules: [office] }, new Date('2027-01-02T03:00:00Z'))).toEqual([false, '2027-01-04T02:00:00.000Z']));

  it('are unknown if the directory has none, or none that can be read', async () => {
    expect(await hours({})).toEqual([null, null]);
    expect(await hours({ schedules: [schedule({ says: 'UNCLEAR', opens: null, closes: null })] })).toEqual([null, null]);
  });

  it('are those of the place if it has any, otherwise those of the service', async () => {
    const schedules = [until(9, { opens: 0 }), until(18, { locationId: 's-1' })];
    expect(await hours({ schedules, at: [medan, { ...medan, latitude: 3.6 }] })).toEqual([false, '2026-11-30T17:00:00.000Z']);
    expect(await hours({ schedules: [until(18, { locationId: 's-0' })] })).toEqual([true, '2026-11-30T11:00:00.000Z']);
  });

  it('of a confidential place are by the clock of its cell, the same for all places in it', async () => {
    for (const at of [jayapura, { latitude: -2.54, longitude: 140.71 }])
      expect(await hours({ schedules: [office], at, confidential: true })).toEqual([true, '2026-11-30T08:00:00.000Z']);
  });

  it('of intake are separate', async () => {
    const [match] = await matches({ schedules: [office, until(9, { kind: 'INTAKE', opens: 8 * 60 })] });
    expect(match).toMatchObject({ openNow: true, intake: { openNow: false, opensAt: new Date('2026-12-01T01:00:00Z') } });
    expect((await matches({ schedules: [office] }))[0]!.intake).toBeNull();
  });
});
