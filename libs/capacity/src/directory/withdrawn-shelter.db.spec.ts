import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { availabilityTopic, holdTopic } from '@haven/events';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { forgetService } from './follow-service.js';
import { holdBeds } from '../holds/hold-beds.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { WaitingView } from '../ports.js';

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

const party = [{ gender: 'WOMAN' as const, age: 30 }];
const join = (serviceId: string) => joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party });
const go = async (operation: HoldOperation, holdId: string) => {
  const expectedVersion = (await now(holdId)).hold.version;
  return changeHold(operation)(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), holdId, expectedVersion });
};
const now = async (holdId: string) => (await shelters.capacity.hold(holdId))!;
const withdraw = (serviceId: string) => shelters.capacity.changing({ serviceIds: [serviceId] }, (tx) => forgetService(tx, serviceId));

describe('a shelter that is withdrawn', () => {
  it('declines its holds, records and publishes that, and deletes the party', async () => {
    await shelters.shelter('gone', {});
    const { id } = await shelters.hold('gone');
    await withdraw('gone');
    expect(await now(id)).toMatchObject({ hold: { state: 'DECLINED', version: 2 }, party: null });
    expect(
      await shelters.rows('SELECT version, state, subject FROM capacity.hold_change WHERE hold_id = $1 ORDER BY version', [id]),
    ).toEqual([
      { version: 1, state: 'HELD', subject: 'dora' },
      { version: 2, state: 'DECLINED', subject: null },
    ]);
    const told = `SELECT data->>'state' AS state FROM capacity.outbox WHERE topic = $1 AND event_key = $2 ORDER BY sequence`;
    expect(await shelters.rows(told, [holdTopic, id])).toEqual([{ state: 'HELD' }, { state: 'DECLINED' }]);
    expect(await go('confirmHold', id)).toMatchObject({ kind: 'HoldNotActive' });
    expect(await shelters.rows(`SELECT held FROM capacity.bed_pool WHERE service_id = 'gone'`)).toEqual([{ held: 0 }]);
    expect(
      await shelters.rows(`SELECT data FROM capacity.outbox WHERE topic = $1 ORDER BY position DESC LIMIT 1`, [availabilityTopic]),
    ).toEqual([{ data: null }]);
  });

  it('leaves guests in their beds until they check out', async () => {
    await shelters.shelter('lived-in', {});
    const { id } = await shelters.hold('lived-in');
    await go('confirmHold', id);
    await withdraw('lived-in');
    expect(await now(id)).toMatchObject({ hold: { state: 'CONFIRMED' } });
    expect(await go('checkOut', id)).toMatchObject({ hold: { state: 'CHECKED_OUT' } });
  });

  it('lets an overdue hold expire, and offers its beds to nobody', async () => {
    await shelters.shelter('late', { total: 1 });
    const { id } = await shelters.hold('late');
    const waiting = (await join('late')) as WaitingView;
    await shelters.pass('late', 91);
    await withdraw('late');
    expect(await now(id)).toMatchObject({ hold: { state: 'EXPIRED' } });
    expect(await shelters.capacity.waiting(waiting.id)).toMatchObject({ waiting: { state: 'MISSED', holdId: null }, party: null });
  });

  it('takes nobody, neither into a bed nor onto its waiting list', async () => {
    await shelters.shelter('shut', {});
    await withdraw('shut');
    const command = { idempotencyKey: shelters.key(), serviceId: 'shut', party };
    expect(await holdBeds(shelters.capacity, caseworker, command)).toEqual({ kind: 'NotFound' });
    expect(await join('shut')).toEqual({ kind: 'NotFound' });
  });
});
