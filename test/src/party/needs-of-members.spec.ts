import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectBadInput } from '../bad-input/expectations.js';
import { farService, mutate, withdraw, type Sender } from '../bad-input/registry-operations.js';
import { ask } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { untilFound } from './until-found.js';

const mother = { id: 'mother', gender: 'WOMAN', age: 31, languages: ['km'] };
const girl = { id: 'girl', carerId: 'mother', gender: 'WOMAN', age: 9, languages: ['en'] };
const children = { persons: [{ maximumAge: 17 }] };
const adults = { persons: [{ minimumAge: 18 }] };
const { latitude, longitude } = farService.locations[0]!;
const question = { origin: { point: { latitude, longitude } }, person: mother, companions: [girl] };

interface Match {
  readonly service: { readonly id: string };
  readonly languageFit: string;
}
interface Report {
  readonly needs: readonly {
    readonly category: string;
    readonly for: string | null;
    readonly matches: readonly Match[];
    readonly nearMisses: readonly { readonly service: { readonly id: string }; readonly member: number | null }[];
  }[];
  readonly plan: {
    readonly items: readonly { readonly category: string; readonly for: string | null; readonly match: Match }[];
    readonly missing: readonly { readonly category: string; readonly for: string | null }[];
  } | null;
}

let system: System;
let ids: Readonly<Record<'children' | 'adults' | 'anybody', string>>;

const found = 'service { id } languageFit';
const query = `query ($input: MatchInput!) { match(input: $input) {
  needs { category for matches { ${found} } nearMisses { service { id } member } }
  plan { items { category for match { ${found} } } missing { category for } } } }`;
const match = async (needs: readonly object[]) =>
  (await system.query<{ match: Report }>(query, { input: { ...question, needs } }, 'HOTLINE')).match;
const ours = (list: readonly { readonly service: { readonly id: string } }[]) =>
  list.map(({ service }) => service.id).filter((id) => Object.values(ids).includes(id));

beforeAll(async () => {
  system = sharedSystem();
  const organization = (await mutate(system, 'registerOrganization', { name: 'For each of a party (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const add = async (name: string, categories: readonly string[], admission: object) => {
    const service = { ...farService, name: `${name} (end-to-end)`, categories, admission };
    return (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!.id;
  };
  ids = {
    children: await add('For children', ['CHILD_PROTECTION'], children),
    adults: await add('For adults', ['MEDICAL'], adults),
    anybody: await add('For anybody', ['MEDICAL'], { persons: [{}] }),
  };
  await untilFound(system, { latitude, longitude }, 'CHILD_PROTECTION', [ids.children]);
  await untilFound(system, { latitude, longitude }, 'MEDICAL', [ids.adults, ids.anybody]);
}, 60_000);

afterAll(async () => {
  for (const id of Object.values(ids)) await withdraw(system, id);
}, 60_000);

describe('a mother who speaks Khmer, with a girl of 9 who speaks English', () => {
  it('finds child protection for the girl, in her language, and none for the mother', async () => {
    const forGirl = await match([{ category: 'CHILD_PROTECTION', for: 'girl' }]);
    expect(forGirl.needs[0]).toMatchObject({ category: 'CHILD_PROTECTION', for: 'girl' });
    expect(ours(forGirl.needs[0]!.matches)).toEqual([ids.children]);
    expect(forGirl.plan!.items[0]).toMatchObject({ category: 'CHILD_PROTECTION', for: 'girl', match: { languageFit: 'DIRECT' } });

    const forMother = await match([{ category: 'CHILD_PROTECTION' }]);
    expect(ours(forMother.needs[0]!.matches)).toEqual([]);
    expect(forMother.needs[0]!.nearMisses).toEqual([{ service: { id: ids.children }, member: 0 }]);
    expect(forMother.plan).toBeNull();
  });

  it('finds a doctor for each of them, and names the person', async () => {
    const report = await match([{ category: 'MEDICAL', for: 'girl' }, { category: 'MEDICAL' }, { category: 'DOCUMENTATION', for: 'girl' }]);
    expect(report.needs.map((need) => [need.for, [...ours(need.matches)].sort()])).toEqual([
      ['girl', [ids.anybody]],
      ['mother', [ids.adults, ids.anybody].sort()],
      ['girl', []],
    ]);
    expect(report.needs[0]!.nearMisses).toEqual([{ service: { id: ids.adults }, member: 1 }]);
    expect(report.plan!.items.map((item) => [item.category, item.for])).toEqual([
      ['MEDICAL', 'girl'],
      ['MEDICAL', 'mother'],
    ]);
    expect(report.plan!.missing).toEqual([{ category: 'DOCUMENTATION', for: 'girl' }]);
  });

  it.each([
    ['somebody who is not there', [{ category: 'LEGAL', for: 'boy' }], /needs.*0.*for/],
    ['one of them twice', [{ category: 'LEGAL', for: 'mother' }, { category: 'LEGAL' }], /needs.*1/],
  ])('refuses a need of %s', async (_, needs, path) => {
    const variables = { input: { ...question, needs } };
    expectBadInput(await ask<object>(system.url, { query, variables, token: await system.token('HOTLINE') }), path);
  });
});
