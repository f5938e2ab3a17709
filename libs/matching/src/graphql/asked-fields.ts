import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** Names of the fields that a query selects under a field of the resolved object, whatever their aliases. */
export const fieldsUnder = (info: Info, field: string): ReadonlySet<string> =>
  new Set(
    info.fieldNodes
      .flatMap((node) => fieldsOf(node, info))
      .filter(({ name }) => name.value === field)
      .flatMap((node) => fieldsOf(node, info))
      .map(({ name }) => name.value),
  );

const fieldsOf = ({ selectionSet }: FieldNode, info: Info): FieldNode[] => selected(selectionSet?.selections ?? [], info);

function selected(selections: readonly SelectionNode[], info: Info): FieldNode[] {
  return selections
    .filter((one) => isAsked(one, info))
    .flatMap((one) => {
      if (one.kind === 'Field') return [one];
      const { selectionSet } = one.kind === 'InlineFragment' ? one : info.fragments[one.name.value]!;
      return selected(selectionSet.selections, info);
    });
}

const isAsked = (node: SelectionNode, { variableValues }: Info): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false;
