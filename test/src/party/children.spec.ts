import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate, withdraw, type Sender } from '../bad-input/registry-operations.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { untilFound } from './until-found.js';

/** On the ice, where no other test looks. */
const place = { ...farService.locations[0]!, latitude: -80.5, longitude: -60.5 };
const { latitude, longitude } = place;
const kilometre = 1 / 110.6;
const woman = { gender: 'WOMAN', age: 31, languages: ['en'] };
const boy = { gender: 'MAN', age: 7, languages: ['en'] };
const perhapsGirl = { gender: 'WOMAN', mayBeMinor: true, languages: ['en'] };

interface Reason {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
}
interface Report {
  readonly needs: readonly {
    readonly matches: readonly {
      readonly service: { readonly id: string };
      readonly reasons: readonly Reason[];
      readonly burden: { readonly parts: readonly { readonly code: string; readonly km: number }[] };
    }[];
  }[];
}

let system: System;
let ids: Readonly<Record<'women' | 'girls' | 'mothers' | 'protection', string>>;

const query = `query ($input: MatchInput!) { match(input: $input) { needs { matches {
  service { id } reasons { code data text(locale: "en") } burden { parts { code km } } } } } }`;

/** The services found among the houses of this test, far from all others. */
async function found(person: object, ...companions: object[]) {
  const input = { origin: { point: { latitude, longitude } }, needs: [{ category: 'ACCOMMODATION' }], person, companions };
  const { matches } = (await system.query<{ match: Report }>(query, { input }, 'HOTLINE')).match.needs[0]!;
  return matches.filter(({ service }) => Object.values(ids).includes(service.id));
}
const idsOf = (matches: Awaited<ReturnType<typeof found>>) => matches.map(({ service }) => service.id);
const said = (matches: Awaited<ReturnType<typeof found>>, code: string) =>
  matches.map(({ reasons }) => reasons.filter((reason) => reason.code === code).map(({ data }) => data));

beforeAll(async () => {
  system = sharedSystem();
  const organization = (await mutate(system, 'registerOrganization', { name: 'For children (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const add = async (name: string, km: number, category: string, persons: readonly object[]) => {
    const locations = [{ ...place, latitude: latitude + km * kilometre }];
    const service = { ...farService, name: `${name} (end-to-end)`, categories: [category], admission: { persons }, locations };
    const { id } = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!;
    if (category === 'ACCOMMODATION') await mutate(system, 'defineBedPool', { serviceId: id, name: 'Room', total: 20 }, staff);
    return id;
  };
  const company = { maximumAge: 12, accompaniedOnly: true };
  ids = {
    women: await add('Women and girls', 1, 'ACCOMMODATION', [{ genders: ['WOMAN'] }, company]),
    girls: await add('Girls', 60, 'ACCOMMODATION', [{ genders: ['WOMAN'], maximumAge: 17 }]),
    mothers: await add('Mothers from 14', 2, 'ACCOMMODATION', [{ genders: ['WOMAN'], minimumAge: 14 }, company]),
    protection: await add('Child protection of the ice', 30, 'CHILD_PROTECTION', [{ maximumAge: 17 }]),
  };
  const { protection, ...shelters } = ids;
  await untilFound(system, place, 'ACCOMMODATION', Object.values(shelters));
  await untilFound(system, place, 'CHILD_PROTECTION', [protection]);
}, 60_000);

afterAll(async () => {
  for (const id of Object.values(ids)) await withdraw(system, id);
}, 60_000);

describe('children', () => {
  it('of a mother of 17 can come where she is admitted, if she is named as their carer', async () => {
    const young = { ...woman, id: 'mother', age: 17 };
    // A house that says it takes girls of 17 comes before a nearer one for women of any age.
    expect(idsOf(await found(young, { ...boy, age: 0, carerId: 'mother' }))).toEqual([ids.mothers, ids.women]);
    expect(idsOf(await found(young, { ...boy, age: 0 }))).toEqual([]);
  });

  it('are asked about if they have no known carer, and not if they have one', async () => {
    const unsaid = await found(woman, boy);
    expect(idsOf(unsaid)).toEqual([ids.women, ids.mothers]);
    expect(said(unsaid, 'ASK_CARER')).toEqual([[{ members: [1] }], [{ members: [1] }]]);
    expect(said(await found({ ...woman, id: 'w' }, { ...boy, carerId: 'w' }), 'ASK_CARER')).toEqual([[], []]);
  });

  it('get places for children first if somebody may be a child, and child protection is named', async () => {
    const matches = await found(perhapsGirl);
    expect(idsOf(matches)).toEqual([ids.girls, ids.women, ids.mothers]);
    const parts = matches.map(({ burden }) => burden.parts.find(({ code }) => code === 'NOT_FOR_CHILDREN')?.km);
    expect(parts).toEqual([undefined, 200, 200]);
    const service = { service: 'Child protection of the ice (end-to-end)', serviceId: ids.protection, age: 18 };
    expect(said(matches, 'INVOLVE_CHILD_PROTECTION')).toEqual([[service], [service], [service]]);
    expect(matches[0]!.reasons.find(({ code }) => code === 'INVOLVE_CHILD_PROTECTION')!.text).toContain(service.service);
    expect(idsOf(await found({ ...perhapsGirl, mayBeMinor: false }))[0]).toBe(ids.women);
  });

  it('need somebody responsible if they are alone, but not with an adult', async () => {
    const alone = await found({ ...woman, age: 15 });
    expect(said(alone, 'INVOLVE_CHILD_PROTECTION').every(([data]) => data?.['serviceId'] === ids.protection)).toBe(true);
    expect(alone).toHaveLength(3);
    const input = { origin: { point: { latitude, longitude } }, needs: [{ category: 'ACCOMMODATION' }], maxDistanceKm: 20 };
    const near = (await system.query<{ match: Report }>(query, { input: { ...input, person: { ...woman, age: 15 } } }, 'HOTLINE')).match;
    const codes = near.needs[0]!.matches.map(({ reasons }) => reasons.map(({ code }) => code).filter((code) => code.startsWith('INVOLVE')));
    expect(codes.length).toBeGreaterThan(0);
    for (const each of codes) expect(each).toEqual(['INVOLVE_GUARDIAN']);
    expect(said(await found(woman, { ...boy, carerId: null }), 'INVOLVE_GUARDIAN')).toEqual([[], []]);
  });
});
