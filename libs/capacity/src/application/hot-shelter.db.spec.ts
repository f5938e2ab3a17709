import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import { holdBeds } from './hold-beds.js';
import { holdGroup } from './hold-group.js';

const people = 48;
// The embedded database has one session, so there is nobody to hold a lock against the others.
const onPostgres = process.env['HAVEN_TEST_POSTGRES_URL'] ? it : it.skip;

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

const party = [{ gender: 'WOMAN' as const }];
const hold = (serviceId: string) => holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party });

describe(`${people} people who want a bed at one shelter`, () => {
  it('have every bed that there is, and no other', async () => {
    await shelters.shelter('hot', { total: 40 });
    const answers = await Promise.all(Array.from({ length: people }, () => hold('hot')));
    expect(answers.filter((answer) => 'hold' in answer)).toHaveLength(40);
    expect(await shelters.counts('hot')).toEqual([{ occupied: 0, held: 40, free: 0 }]);
  });

  onPostgres('keep nobody waiting who wants one elsewhere, even while nothing moves there', async () => {
    await shelters.shelter('stuck', {});
    await shelters.shelter('quiet', {});
    const waiting: Promise<unknown>[] = [];
    await shelters.capacity.transaction(async (tx) => {
      await tx.lockBeds('stuck');
      waiting.push(...Array.from({ length: people }, () => hold('stuck')));
      await pause(100);
      expect(await Promise.race([hold('quiet'), pause(5_000, 'kept waiting')])).toMatchObject({ hold: { state: 'HELD' } });
    });
    await Promise.all(waiting);
    expect(await shelters.counts('stuck')).toEqual([{ occupied: 0, held: 3, free: 0 }]);
  });

  onPostgres('and a group that wants it in the other order than somebody else both get what they want', async () => {
    await shelters.shelter('left', {});
    await shelters.shelter('right', {});
    const group = { idempotencyKey: shelters.key(), holds: ['left', 'right'].map((serviceId) => ({ serviceId, party })) };
    const asked: ReturnType<typeof holdGroup>[] = [];
    await shelters.capacity.transaction(async (tx) => {
      await tx.lockBeds('right');
      if (asked.length === 0) asked.push(holdGroup(shelters.capacity, caseworker, group));
      await pause(100);
      await tx.lockBeds('left');
    });
    expect(await asked[0]).toMatchObject({ holds: [{ hold: { state: 'HELD' } }, { hold: { state: 'HELD' } }] });
  });
});
