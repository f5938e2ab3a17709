import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SeedCapacity } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import { addSurgeBeds } from '../surges/add-surge-beds.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold } from '../holds/change-hold.js';
import { removeEndedSurges } from '../surges/end-surge.js';
import { followService } from '../directory/follow-service.js';
import { holdBeds } from '../holds/hold-beds.js';
import type { SeenHold } from '../ports.js';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';

let shelters: Shelters;

const follow = (serviceId: string, capacities: readonly SeedCapacity[]) => {
  const service = { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits: unknownRule };
  return shelters.capacity.changing({ serviceIds: [service.serviceId] }, (tx) =>
    followService(tx, { service, capacities, toldAt: new Date() }),
  );
};
const says = (serviceId: string, available: number, maximum: number) =>
  follow(serviceId, [{ id: 'beds', name: 'Beds', available, maximum, updatedAt: '2026-01-05T10:00:00Z', admits: unknownRule }]);
const forgets = (serviceId: string) => follow(serviceId, []);
const pool = async (serviceId: string) => (await bedPools(shelters.capacity, serviceId))[0]!;
const change = async (operation: 'confirmHold' | 'checkOut', { hold: { id, version } }: SeenHold) =>
  (await changeHold(operation)(shelters.capacity, owner, {
    idempotencyKey: shelters.key(),
    holdId: id,
    expectedVersion: version,
  })) as SeenHold;
const arrive = async (serviceId: string) => {
  const command = { idempotencyKey: shelters.key(), serviceId, party: [{ gender: 'WOMAN' as const }] };
  return change('confirmHold', (await holdBeds(shelters.capacity, caseworker, command)) as SeenHold);
};
const surge = async (serviceId: string, beds: number) =>
  addSurgeBeds(shelters.capacity, owner, {
    idempotencyKey: shelters.key(),
    poolId: (await pool(serviceId)).id,
    beds,
    endsAt: new Date(Date.now() + 86_400_000),
  });
const endSurges = async (serviceId: string) => {
  await shelters.rows('UPDATE capacity.surge SET ends_at = clock_timestamp() WHERE service_id = $1', [serviceId]);
  await removeEndedSurges(shelters.capacity);
};

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('a pool that the directory seeds', () => {
  it('keeps the bed of a guest, whatever the directory says', async () => {
    await says('arrived', 3, 10);
    const guest = await arrive('arrived');
    const confirmedAt = '2026-01-05T10:00:00.000Z';
    for (const available of [3, 10]) {
      await says('arrived', available, 10);
      expect(await pool('arrived')).toMatchObject({ total: 10, occupied: 8, free: 2, confirmedAt });
    }
    await change('checkOut', guest);
    expect(await pool('arrived')).toMatchObject({ total: 10, occupied: 7, free: 3 });
  });

  it('keeps that bed even if the directory withdrew the pool while it was held', async () => {
    await says('back', 3, 10);
    const command = { idempotencyKey: shelters.key(), serviceId: 'back', party: [{ gender: 'WOMAN' as const }] };
    const held = (await holdBeds(shelters.capacity, caseworker, command)) as SeenHold;
    await forgets('back');
    await change('confirmHold', held);
    await says('back', 3, 3);
    expect(await pool('back')).toMatchObject({ total: 1, occupied: 1, free: 0 });
  });

  it('keeps surge beds until their end, and then has as many as before', async () => {
    await says('more', 3, 10);
    await surge('more', 5);
    await says('more', 3, 10);
    expect(await pool('more')).toMatchObject({ total: 15, free: 8 });
    await endSurges('more');
    expect(await pool('more')).toMatchObject({ total: 10, free: 3 });
  });

  it('follows the directory until somebody arrives or adds beds, and staff from then on', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        const model: Model = { total: 0, occupied: 0, lasting: 0, over: 0, isCounted: false, guests: [] };
        const serviceId = randomUUID();
        await told(4, 2)(model, serviceId);
        for (const act of acts) {
          await act(model, serviceId);
          const gone = Math.min(model.over, model.total - model.occupied);
          model.over -= gone;
          model.total -= gone;
          const { total, occupied } = model;
          expect(await pool(serviceId)).toMatchObject({ total, occupied, free: total - occupied });
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

interface Model {
  total: number;
  occupied: number;
  /** Surge beds that have not gone, before and after their end. */
  lasting: number;
  over: number;
  isCounted: boolean;
  readonly guests: SeenHold[];
}
type Act = (model: Model, serviceId: string) => Promise<void>;

const told =
  (maximum: number, available: number): Act =>
  async (model, serviceId) => {
    await says(serviceId, available, maximum);
    if (!model.isCounted) Object.assign(model, { total: maximum, occupied: Math.max(0, maximum - available) });
  };
const arrival: Act = async (model, serviceId) => {
  if (model.occupied >= model.total) return;
  model.guests.push(await arrive(serviceId));
  model.occupied += 1;
  model.isCounted = true;
};
const departure: Act = async (model) => {
  const guest = model.guests.pop();
  if (!guest) return;
  await change('checkOut', guest);
  await removeEndedSurges(shelters.capacity);
  model.occupied -= 1;
};
const more =
  (beds: number): Act =>
  async (model, serviceId) => {
    await surge(serviceId, beds);
    await removeEndedSurges(shelters.capacity);
    model.total += beds;
    model.lasting += beds;
    model.isCounted = true;
  };
const end: Act = async (model, serviceId) => {
  await endSurges(serviceId);
  model.over += model.lasting;
  model.lasting = 0;
};

const tells = fc.tuple(fc.nat(6), fc.nat(6)).map(([maximum, available]) => told(maximum, available));
const steps = fc.array(fc.oneof(tells, fc.constantFrom(arrival, arrival, departure, end), fc.integer({ min: 1, max: 3 }).map(more)), {
  maxLength: 15,
});
