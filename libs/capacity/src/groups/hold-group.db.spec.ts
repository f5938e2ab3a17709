import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import { holdBeds } from '../holds/hold-beds.js';
import { holdGroup, proposeGroup, type GroupHeld, type HoldGroupCommand } from './hold-group.js';

const women = (count: number) => ({ party: Array.from({ length: count }, () => ({ gender: 'WOMAN' as const, age: 20 })) });
const man = { party: [{ gender: 'MAN' as const, age: 20 }] };

let shelters: Shelters;

const hold = (holds: HoldGroupCommand['holds'], idempotencyKey = shelters.key()) =>
  holdGroup(shelters.capacity, caseworker, { idempotencyKey, holds });

beforeAll(async () => {
  shelters = await openShelters();
  await shelters.shelter('north', { total: 3 });
  await shelters.shelter('south', { total: 2, admits: { persons: [{ genders: ['WOMAN'] }] } });
});
afterAll(() => shelters.close());

describe('a group after a raid', () => {
  it('gets a proposed place for each party, without a hold', async () => {
    const proposal = await proposeGroup(shelters.capacity, {
      parties: [women(2), women(2), man],
      serviceIds: ['north', 'south', 'nowhere'],
    });
    expect(proposal).toMatchObject([
      { party: 0, serviceId: 'north' },
      { party: 1, serviceId: 'south' },
      { party: 2, serviceId: 'north' },
    ]);
    expect(await shelters.counts('north')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
  });

  it('is held as a whole, or not at all; then the answer names every party that stood in the way', async () => {
    await holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId: 'north', ...women(1) });
    const wanted = [
      { serviceId: 'north', ...women(2) },
      { serviceId: 'south', ...women(2) },
      { serviceId: 'north', ...man },
      { serviceId: 'south', ...man },
      { serviceId: 'nowhere', ...man },
    ];
    const key = shelters.key();
    const answer = await hold(wanted, key);
    expect(answer).toEqual({
      kind: 'GroupChanged',
      changes: [
        { party: 2, serviceId: 'north', code: 'NO_BEDS_LEFT', reasons: [] },
        { party: 3, serviceId: 'south', code: 'NOT_ADMITTED', reasons: [{ code: 'NOT_ADMITTED_PERSONS', kind: 'CAUTION', data: {} }] },
        { party: 4, serviceId: 'nowhere', code: 'NOT_FOUND', reasons: [] },
      ],
    });
    expect(await hold(wanted, key)).toEqual(answer);
    expect([await shelters.counts('north'), await shelters.counts('south')]).toMatchObject([[{ held: 1 }], [{ held: 0 }]]);
    expect(await shelters.rows(`SELECT 1 FROM capacity.outbox WHERE topic = 'haven.capacity.hold.v1'`)).toHaveLength(1);
    const { holds } = (await hold(wanted.slice(0, 2))) as GroupHeld;
    expect(holds.map(({ hold: { serviceId, state } }) => [serviceId, state])).toEqual([
      ['north', 'HELD'],
      ['south', 'HELD'],
    ]);
    expect([await shelters.counts('north'), await shelters.counts('south')]).toMatchObject([[{ held: 3 }], [{ held: 2 }]]);
  });

  it('never blocks another group that wants the same shelters in another order', async () => {
    await shelters.shelter('east', { total: 8 });
    await shelters.shelter('west', { total: 8 });
    const both = [
      { serviceId: 'east', ...women(1) },
      { serviceId: 'west', ...women(1) },
    ];
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => hold(index % 2 ? both : [...both].reverse())));
    expect(answers.filter((answer) => 'holds' in answer)).toHaveLength(8);
    expect(await shelters.counts('east')).toEqual([{ occupied: 0, held: 8, free: 0 }]);
  });

  it('keeps nothing of an id that no service has, and answers a repeated call the same', async () => {
    const key = shelters.key();
    const wanted = ['Told by Ana, born 1999', '\ud800'].map((serviceId) => ({ serviceId, ...man }));
    const answer = await hold(wanted, key);
    expect(answer).toMatchObject({ kind: 'GroupChanged', changes: wanted.map(({ serviceId }) => ({ serviceId, code: 'NOT_FOUND' })) });
    const stored = await shelters.rows('SELECT * FROM capacity.idempotent_answer');
    expect(JSON.stringify(stored)).not.toContain('Ana');
    expect(await hold(wanted, key)).toEqual(answer);
  });

  it('is rejected by field if it has no party, 61 parties, or no shelter', async () => {
    expect(await hold([])).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'holds' }] });
    const long = { idempotencyKey: shelters.key(), holds: [{ serviceId: 'north', party: [] }], minutes: 5 };
    expect(await holdGroup(shelters.capacity, caseworker, long)).toMatchObject({
      fields: [{ path: 'holds.0.party' }, { path: 'minutes' }],
    });
    const tooMany = { parties: Array.from({ length: 61 }, () => man), serviceIds: [] };
    expect(await proposeGroup(shelters.capacity, tooMany)).toMatchObject({ fields: [{ path: 'parties' }, { path: 'serviceIds' }] });
    expect(await proposeGroup(shelters.capacity, { parties: [{ party: [] }], serviceIds: ['north'] })).toMatchObject({
      fields: [{ path: 'parties.0.party' }],
    });
  });
});
