import { expect, it } from '@jest/globals';
import { Kind, parse, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import { fieldsUnder } from './asked-fields.js';

const asked = (query: string, variableValues: Record<string, unknown> = {}): string[] => {
  const { definitions } = parse(query);
  const [operation] = definitions;
  const fragments = Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  ) as Record<string, FragmentDefinitionNode>;
  const fieldNodes = (operation as { selectionSet: { selections: readonly FieldNode[] } }).selectionSet.selections;
  return [...fieldsUnder({ fieldNodes, fragments, variableValues }, 'needs')].sort();
};

it.each([
  ['{ match { needs { considered found: matches { score } } asOf } }', {}, ['considered', 'matches']],
  [
    '{ match { needs { ...A ... on NeedReport { funnel { left } } } } } fragment A on NeedReport { nearMisses { member } }',
    {},
    ['funnel', 'nearMisses'],
  ],
  ['{ match { ...R } } fragment R on MatchReport { needs { category } all: needs { funnel { code } } }', {}, ['category', 'funnel']],
  [
    'query ($no: Boolean!) { match { needs { funnel @include(if: $no) { left } considered @skip(if: $no) } } }',
    { no: false },
    ['considered'],
  ],
  [
    'query ($yes: Boolean!) { match { needs { funnel @skip(if: $yes) { left } considered @include(if: $yes) } } }',
    { yes: true },
    ['considered'],
  ],
  ['{ match { asOf plan { items { match { funnel } } } } }', {}, []],
])('%s', (query, variables, fields) => expect(asked(query, variables)).toEqual(fields));
