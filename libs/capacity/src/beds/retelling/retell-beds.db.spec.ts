import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, owner, type Shelters } from '../../holds.fixture.js';
import { changeHold } from '../../holds/change-hold.js';
import { defineBedPool } from '../define-bed-pool.js';
import { forgetService } from '../../directory/follow-service.js';
import { retellBeds } from './retell-beds.js';

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

/** What was published for a service or a hold: number of the event, number that subscribers see, and a summary. */
const told = (key: string) =>
  shelters.rows(
    `SELECT sequence::integer AS event, (data->>'sequence')::integer AS seen, data->>'free' AS free, data->>'state' AS state
     FROM capacity.outbox WHERE event_key = $1 ORDER BY position`,
    [key],
  );

const floor = async () => Number((await shelters.rows('SELECT floor FROM capacity.sequence_floor'))[0]!['floor']);

describe('publishing all beds again', () => {
  it('publishes the state of each service and each hold, newer than anything before', async () => {
    await shelters.shelter('some', {});
    await shelters.shelter('never');
    const [kept, left] = [await shelters.hold('some'), await shelters.hold('some')];
    await changeHold('releaseHold')(shelters.capacity, caseworker, {
      idempotencyKey: shelters.key(),
      holdId: left.id,
      expectedVersion: left.version,
    });
    const before = { some: await told('some'), kept: await told(kept.id), left: await told(left.id) };
    const progress: number[] = [];
    expect(await retellBeds(shelters.capacity, (done) => Promise.resolve(void progress.push(done)))).toBe(2);
    expect(progress).toEqual([2]);
    const next = (await floor()) + 1;
    expect(next).toBeGreaterThan(20_000_000);
    expect(await told('some')).toEqual([...before.some, { event: next, seen: next, free: '2', state: null }]);
    expect(await told(kept.id)).toEqual([...before.kept, { event: next, seen: null, free: null, state: 'HELD' }]);
    expect(await told(left.id)).toEqual(before.left);
    // The service may have had beds after the backup.
    expect(await told('never')).toEqual([{ event: next, seen: null, free: null, state: null }]);
    await defineBedPool(shelters.capacity, owner, { idempotencyKey: shelters.key(), serviceId: 'never', name: 'Beds', total: 1 });
    expect((await told('never')).at(-1)).toEqual({ event: next + 1, seen: next, free: '1', state: null });
  });

  it('publishes that a withdrawn service is gone', async () => {
    await shelters.shelter('gone', {});
    await shelters.capacity.changing({ serviceIds: ['gone'] }, (tx) => forgetService(tx, 'gone'));
    const before = await told('gone');
    await retellBeds(shelters.capacity);
    const after = (await told('gone')).slice(before.length);
    expect(after.map(({ free }) => free)).toEqual(['0', null]);
    expect(Math.min(...after.map(({ event }) => Number(event)))).toBeGreaterThan(await floor());
  });
});
