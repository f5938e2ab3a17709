import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, isObjectType, parse } from 'graphql';
import { costOf } from './cost-of.js';
import { costs } from './costs.js';
import { costMaximum, rootFieldsMaximum } from './numbers.js';

const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'));
const judge = (query: string, variables = {}) => costOf({ schema, document: parse(query), variables });
const codeOf = (judged: number | GraphQLError) => (judged instanceof GraphQLError ? judged.extensions['code'] : judged);
const times = (count: number, field: string) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')} }`;

/** Allowed, and not free. */
function expectAllowed(judged: number | GraphQLError): void {
  expect(judged).toBeLessThanOrEqual(costMaximum);
  expect(judged).toBeGreaterThan(10);
}

const page = 'services(first: 100) { edges { node { id name hsds organization { id } locations { city } } } }';
const match = `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { name } reasons { code } } } } }`;
const matchInput = (needs: number, first?: number) => ({
  input: {
    origin: { point: { latitude: 0, longitude: 0 } },
    needs: Array.from({ length: needs }, () => ({ category: 'LEGAL' })),
    person: { gender: 'WOMAN', languages: [] },
    first,
  },
});

describe('the table of costs', () => {
  it('has a row for each query, mutation and subscription, and no other', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((type) => Object.keys(type!.getFields()).map((field) => `${type!.name}.${field}`));
    expect(Object.keys(costs)).toEqual(expect.arrayContaining(fields));
    const known = (row: string) => {
      const [type, field] = row.split('.') as [string, string];
      const found = schema.getType(type);
      return field.startsWith('__') || (isObjectType(found) && field in found.getFields());
    };
    expect(Object.keys(costs).filter((row) => !known(row))).toEqual([]);
  });
});

describe('the cost of an operation', () => {
  it('allows a page of 100 services with all their fields, but not two', () => {
    expectAllowed(judge(`{ ${page} }`));
    expect(codeOf(judge(`{ a: ${page} b: ${page} }`))).toBe('COST_EXCEEDED');
  });

  it('allows a thousand corners of areas to avoid with a usual question, but not that many in the most areas', () => {
    const avoiding = (areas: number, corners: number) => ({
      input: {
        ...matchInput(1).input,
        avoid: Array.from({ length: areas }, () => ({ polygon: Array.from({ length: corners }, () => ({})) })),
      },
    });
    expectAllowed(judge(match, avoiding(10, 100)));
    expect(codeOf(judge(match, avoiding(50, 100)))).toBe('COST_EXCEEDED');
  });

  it('counts a field again under another alias, and through a fragment', () => {
    expect(codeOf(judge('{ services(first: 100) { edges { node { a: hsds b: hsds c: hsds } } } }'))).toBe('COST_EXCEEDED');
    const fragments =
      '{ services(first: 100) { edges { node { ...F } } } } fragment F on Service { a: hsds ...G } fragment G on Service { b: hsds c: hsds }';
    expect(codeOf(judge(fragments))).toBe('COST_EXCEEDED');
  });

  it('allows the largest question, and a screen full of questions, but not a flood of them', () => {
    expectAllowed(judge(match, matchInput(8, 50)));
    const question = 'match(input: $input) { needs { category } }';
    const asked = (count: number) => `query ($input: MatchInput!) ${times(count, question)}`;
    expect(typeof judge(asked(10), matchInput(1))).toBe('number');
    expect(codeOf(judge(asked(25), matchInput(1)))).toBe('COST_EXCEEDED');
  });

  it('allows one plan for the largest group', () => {
    const plan = 'query ($input: PlanGroupInput!) { planGroup(input: $input) { serviceId } }';
    const input = { parties: Array(60).fill({ party: [{ gender: 'MAN' }] }), serviceIds: Array(50).fill('s') };
    expectAllowed(judge(plan, { input }));
    expect(codeOf(judge(plan.replace('} }', '} b: planGroup(input: $input) { serviceId } }'), { input }))).toBe('COST_EXCEEDED');
  });

  it('allows only so many queries, however cheap', () => {
    expect(typeof judge(times(rootFieldsMaximum, 'me { role }'))).toBe('number');
    expect(codeOf(judge(times(rootFieldsMaximum + 1, 'me { role }')))).toBe('COST_EXCEEDED');
  });

  it('leaves it to an operation to refuse too large a page, or variables that do not fit', () => {
    expect(typeof judge('{ services(first: 100000) { totalCount } }')).toBe('number');
    expect(typeof judge(match, { input: 7 })).toBe('number');
    expect(judge('query ($first: Int!) { services(first: $first) { totalCount } }', { first: 'many' })).toBe(0);
  });

  it('is computed without reading the unrelated parts, however large', () => {
    const unread = new Proxy([], {
      get: () => {
        throw new Error('This is read.');
      },
    });
    const { input } = matchInput(8, 50);
    expectAllowed(judge(match, { input: { ...input, avoid: [{ polygon: [unread] }], companions: unread } }));
  });

  it('counts one value as a list of one', () => {
    const { input } = matchInput(1, 50);
    expect(judge(match, { input: { ...input, needs: input.needs[0] } })).toBe(judge(match, { input }));
  });

  it('does not let one wrong argument hide the cost of the others', () => {
    const query = `query ($id: ID = null) { ${Array.from({ length: 15 }, (_, i) => `a${i}: occupancyHistory(serviceId: "s", bucket: DAY, from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z") { at }`).join(' ')} service(id: $id) { id } }`;
    expect(judge(query)).toBeInstanceOf(GraphQLError);
  });

  it('is computed quickly for fragments that double each other', () => {
    const fragments = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ... { ...f${i + 1} } }`).join(' ');
    expect(judge(`{ ...f0 } ${fragments} fragment f25 on Query { me { role } }`)).toBeInstanceOf(GraphQLError);
  });
});
