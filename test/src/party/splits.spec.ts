import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate, withdraw, type Sender } from '../bad-input/registry-operations.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { untilFound } from './until-found.js';

/** On the ice, where no other test looks. */
const place = { ...farService.locations[0]!, latitude: -75.5, longitude: -120.5 };
const { latitude, longitude } = place;
const origin = { point: { latitude, longitude } };
const kilometre = 1 / 111.4;
const mother = { id: 'mother', gender: 'WOMAN', age: 31, languages: ['en'] };
const son = { gender: 'MAN', age: 7, languages: ['en'] };
const husband = { gender: 'MAN', age: 35, languages: ['en'] };

interface Split {
  readonly parts: readonly { readonly members: readonly number[]; readonly match: { readonly service: { readonly id: string } } }[];
  readonly apartMeters: number;
}
interface Report {
  readonly needs: readonly {
    readonly matches: readonly { readonly service: { readonly id: string } }[];
    readonly splits: readonly Split[];
    readonly nearMisses: readonly { readonly service: { readonly id: string }; readonly remedy: string }[];
  }[];
}

let system: System;
let staff: Sender;
let organizationId: string;
let ids: Readonly<Record<'women' | 'men' | 'farMen', string>>;

const query = `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } } nearMisses { service { id } remedy }
  splits { apartMeters parts { members match { service { id } } } } } } }`;
async function report(companions: readonly object[], more: object = {}) {
  const input = { origin, needs: [{ category: 'ACCOMMODATION' }], person: mother, companions, maxDistanceKm: 15, ...more };
  return (await system.query<{ match: Report }>(query, { input }, 'HOTLINE')).match.needs[0]!;
}
const placesOf = ({ parts }: Split) => parts.map(({ members, match }) => [members, match.service.id]);

async function add(name: string, km: number, persons: readonly object[]): Promise<string> {
  const locations = [{ ...place, latitude: latitude + km * kilometre }];
  const service = { ...farService, name: `${name} (end-to-end)`, categories: ['ACCOMMODATION'], admission: { persons }, locations };
  const { id } = (await mutate(system, 'registerService', { organizationId, service }, staff)).result!;
  await mutate(system, 'defineBedPool', { serviceId: id, name: 'Room', total: 20 }, staff);
  return id;
}

beforeAll(async () => {
  system = sharedSystem();
  organizationId = (await mutate(system, 'registerOrganization', { name: 'For parts (end-to-end)' })).result!.id;
  staff = { role: 'PROVIDER', organization: organizationId };
  const women = [
    { genders: ['WOMAN'], minimumAge: 18 },
    { maximumAge: 12, accompaniedOnly: true },
  ];
  const men = [{ genders: ['MAN'], minimumAge: 18 }];
  ids = { women: await add('Women', 1, women), men: await add('Men', 4, men), farMen: await add('Men far away', 10, men) };
  await untilFound(system, place, 'ACCOMMODATION', Object.values(ids));
}, 60_000);

afterAll(async () => {
  for (const id of Object.values(ids)) await withdraw(system, id);
}, 60_000);

describe('a mother with her son and a man, for whom no service takes all three', () => {
  it('are placed in parts, the child with its mother, cheapest first', async () => {
    const { matches, splits, nearMisses } = await report([{ ...son, carerId: 'mother' }, husband]);
    expect(matches).toEqual([]);
    const [nearest] = splits;
    expect(placesOf(nearest!)).toEqual([
      [[0, 1], ids.women],
      [[2], ids.men],
    ]);
    expect(nearest!.apartMeters).toBeGreaterThan(2_800);
    expect(nearest!.apartMeters).toBeLessThan(3_200);
    expect(splits).toHaveLength(1);
    expect(nearMisses).toContainEqual({ service: { id: ids.women }, remedy: 'SPLIT_PARTY' });
  });

  it('stay together while the carer of the child is unknown', async () => {
    const { matches, splits, nearMisses } = await report([son, husband]);
    expect([matches, splits]).toEqual([[], []]);
    expect(nearMisses.map(({ remedy }) => remedy)).not.toContain('SPLIT_PARTY');
  });

  it('are not split if the man finds no place, nor if that is not necessary', async () => {
    const nearby = await report([{ ...son, carerId: 'mother' }, husband], { maxDistanceKm: 2 });
    expect(nearby.splits).toEqual([]);
    expect(nearby.nearMisses.map(({ remedy }) => remedy)).not.toContain('SPLIT_PARTY');
    const whole = await report([{ ...son, carerId: 'mother' }]);
    expect(whole.matches.map(({ service }) => service.id)).toEqual([ids.women]);
    expect(whole.splits).toEqual([]);
  });
});
