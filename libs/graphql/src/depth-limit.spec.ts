import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { depthMaximum, queryLimits, selectionsMaximum } from './depth-limit.js';

const schema = buildSchema('type Query { me: Query, name: String }');
const errorsOf = (query: string) => validate(schema, parse(query), [queryLimits]);
const nested = (levels: number) => `{ ${'me { '.repeat(levels - 1)} name ${'} '.repeat(levels - 1)} }`;

describe('limits of a query', () => {
  it('allows the deepest level and refuses the next', () => {
    expect(errorsOf(nested(depthMaximum))).toEqual([]);
    expect(errorsOf(nested(depthMaximum + 1))).toHaveLength(1);
  });

  it('refuses one field more than the maximum', () => {
    const wide = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ')} }`;
    expect(errorsOf(wide(selectionsMaximum))).toEqual([]);
    expect(errorsOf(wide(selectionsMaximum + 1))).toHaveLength(1);
  });
});
