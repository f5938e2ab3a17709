import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectBadInput } from '../bad-input/expectations.js';
import { ask } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { roles } from '../harness/tokens.js';

interface Row {
  readonly group: Readonly<Record<string, unknown>>;
  readonly asked: number | null;
  readonly unmet: number | null;
}

const dayMilliseconds = 86_400_000;
const today = Math.floor(Date.now() / dayMilliseconds);
const day = (back: number, more = 0) => new Date((today - back) * dayMilliseconds + more).toISOString();
const query =
  'query ($from: DateTime!, $to: DateTime!, $groupBy: [DemandGroup!]!) { unmetNeeds(from: $from, to: $to, groupBy: $groupBy) { group asked unmet } }';
const monthStart = (back: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)).toISOString();
};
/** The last whole month but one, which is certainly over. */
const month = { from: monthStart(2), to: monthStart(1) };
const week = { from: day(8), to: day(1), groupBy: ['CATEGORY'] };

describe('demand', () => {
  let system: System;
  beforeAll(() => {
    system = sharedSystem();
  });

  const unmet = async (variables: object) =>
    ask<{ unmetNeeds: readonly Row[] }>(system.url, {
      query,
      variables: { ...week, ...variables },
      token: await system.token('COORDINATOR'),
    });

  it.each(['HOTLINE', 'PROVIDER'] as const)('is recorded by a match of a %s that says so, and the answer is the same', async (role) => {
    const match =
      'query ($input: MatchInput!) { match(input: $input) { needs { category matches { service { id } score } } plan { complete } } }';
    const input = {
      origin: { point: { latitude: 3.59, longitude: 98.67 } },
      needs: [{ category: 'ACCOMMODATION' }, { category: 'LEGAL' }],
      person: { gender: 'WOMAN', age: 24, languages: ['km'] },
      at: new Date().toISOString(),
    };
    const answers = [];
    for (const record of [false, true, true]) answers.push(await system.query(match, { input: { ...input, record } }, role));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('has a row for each category, even without questions', async () => {
    const { data } = await unmet({});
    const categories = data!.unmetNeeds.map(({ group }) => group.category);
    expect(categories).toEqual(expect.arrayContaining(['ACCOMMODATION', 'LEGAL', 'MEDICAL']));
    expect(new Set(categories).size).toBe(categories.length);
  });

  it('is shown in steps of five, from five on', async () => {
    for (const group of ['COUNTRY', 'CELL', 'HOUR', 'PARTY', 'LANGUAGE', 'OUTCOME']) {
      const { data, body } = await unmet({ ...month, groupBy: ['CATEGORY', group] });
      if (!data) throw new Error(body);
      for (const { asked, unmet: without, group: named } of data.unmetNeeds) {
        expect([asked! % 5, (without ?? 5) % 5, asked! > 0, without !== 0]).toEqual([0, 0, true, true]);
        expect(Object.keys(named)).toContain(group.toLowerCase());
      }
    }
  });

  it('is read by coordinators only', async () => {
    for (const role of roles.filter((one) => one !== 'COORDINATOR')) {
      const answer = await ask(system.url, { query, variables: week, token: await system.token(role) });
      expect({ role, errors: answer.errors }).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });

  it.each([
    ['from', { from: day(8, 3_600_000) }],
    ['from', { from: day(900), to: day(800) }],
    ['to', { to: day(1, 1) }],
    ['to', { to: day(8) }],
    ['to', { to: day(-1) }],
    ['groupBy', { groupBy: [] }],
    ['groupBy', { groupBy: ['PARTY'] }],
    ['groupBy', { groupBy: ['CATEGORY', 'CELL', 'HOUR'] }],
    ['from', { ...month, from: month.from.replace('-01T', '-02T'), groupBy: ['CATEGORY', 'CELL'] }],
  ] as const)('gives advice about %s: %j', async (path, variables) => {
    expectBadInput(await unmet(variables), new RegExp(`^${path}$`));
  });
});
