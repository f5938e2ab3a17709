import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { bedPools } from '../beds/bed-pools.js';
import { holdBeds, type HoldBedsCommand } from './hold-beds.js';
import { proposeGroup } from '../groups/hold-group.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { SeenHold, WaitingView } from '../ports.js';
import { readHold } from './read-hold.js';
import { setBedCounts } from '../beds/set-bed-counts.js';

const mother = { gender: 'WOMAN', age: 17, id: 'mother' } as const;
const baby = { gender: 'MAN', age: 0, carerId: 'mother' } as const;
const party = [mother, baby];
const adults = { name: 'Adults', total: 1, admits: { persons: [{ minimumAge: 16 }] } };
const children = { name: 'Children', total: 1, admits: { persons: [{ maximumAge: 12 }] } };
const family = { name: 'Family', total: 2, admits: { persons: [{}] } };

describe('a child and the carer', () => {
  let shelters: Shelters;
  beforeAll(async () => (shelters = await openShelters()));
  afterAll(() => shelters.close());

  const hold = async (serviceId: string) =>
    (await holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party })) as SeenHold;
  const codes = ({ asks }: Pick<SeenHold, 'asks'>) => asks.map(({ code }) => code);
  /** The pools where they sleep. */
  const bedsOf = ({ hold: { beds } }: SeenHold) => beds.map((held) => held.beds);

  it('share a room if one has enough beds', async () => {
    await shelters.shelter('with-family', adults, children, family);
    const held = await hold('with-family');
    expect(bedsOf(held)).toEqual([2]);
    expect(codes(held)).not.toContain('CHILD_APART');
  });

  it('are reported as sleeping apart if no room has enough: in the plan and in the hold', async () => {
    await shelters.shelter('without', adults, children);
    const plan = await proposeGroup(shelters.capacity, { parties: [{ party }], serviceIds: ['without'] });
    expect(plan).toMatchObject([
      { serviceId: 'without', asks: expect.arrayContaining([expect.objectContaining({ code: 'CHILD_APART' })]) },
    ]);
    const held = await hold('without');
    expect(bedsOf(held)).toEqual([1, 1]);
    expect(held.asks).toContainEqual({ code: 'CHILD_APART', kind: 'CAUTION', data: { member: 1 } });
  });

  it('raise questions about their carer, and about a guardian if no adult is with them', async () => {
    await shelters.shelter('open', { ...family, total: 9 });
    const asksOf = async (...people: HoldBedsCommand['party']) => {
      const command = { idempotencyKey: shelters.key(), serviceId: 'open', party: people };
      const { asks } = (await holdBeds(shelters.capacity, caseworker, command)) as SeenHold;
      return asks.filter(({ code }) => code === 'ASK_CARER' || code === 'INVOLVE_GUARDIAN').map(({ code, data }) => [code, data]);
    };
    const woman = { gender: 'WOMAN', age: 30 } as const;
    expect(await asksOf(woman, { ...baby, carerId: null })).toEqual([['ASK_CARER', { members: [1] }]]);
    expect(await asksOf(mother, baby)).toEqual([
      ['INVOLVE_GUARDIAN', { age: 18, member: 0 }],
      ['INVOLVE_GUARDIAN', { age: 18, member: 1 }],
    ]);
    expect(await asksOf(mother)).toEqual([['INVOLVE_GUARDIAN', { age: 18 }]]);
    // The hold does not store that somebody may be a child, so it asks nothing about it.
    expect(await asksOf({ gender: 'WOMAN', mayBeMinor: true })).toEqual([]);
  });

  it('are named in the offer to a waitlist entry', async () => {
    const full = { occupied: 1 };
    await shelters.shelter('full', { ...adults, ...full }, { ...children, ...full });
    const asked = { idempotencyKey: shelters.key(), serviceId: 'full', party };
    const waiting = (await joinWaitlist(shelters.capacity, caseworker, asked)) as WaitingView;
    expect(waiting.holdId).toBeNull();
    for (const { id } of await bedPools(shelters.capacity, 'full')) {
      const { version } = (await bedPools(shelters.capacity, 'full')).find((pool) => pool.id === id)!;
      const seen = { idempotencyKey: shelters.key(), poolId: id, expectedVersion: version, occupied: 0 };
      await setBedCounts(shelters.capacity, owner, seen);
    }
    const { holdId } = (await shelters.capacity.waiting(waiting.id))!.waiting;
    expect(codes((await readHold(shelters.capacity, caseworker, holdId!))!)).toContain('CHILD_APART');
  });
});
