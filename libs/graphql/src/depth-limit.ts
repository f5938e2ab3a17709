import { GraphQLError, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Levels that a query may nest; the deepest useful one has 9. */
export const depthMaximum = 15;
/** Words and signs of one document. */
export const tokensMaximum = 10_000;
/** Fields and fragments that one query may name. */
export const selectionsMaximum = 2_000;

/** Validation rule that refuses queries too deep or too large to be meant; introspection passes. */
export function queryLimits(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let selections = 0;
  const refuse = (message: string, node: SelectionSetNode) => context.reportError(new GraphQLError(message, { nodes: node }));
  return {
    SelectionSet: {
      enter(node) {
        depth += 1;
        selections += node.selections.length;
        if (depth === depthMaximum + 1) refuse(`The query is nested too deep: at most ${depthMaximum} levels. Split it.`, node);
        if (selections > selectionsMaximum) {
          refuse(`The query asks for too many fields: at most ${selectionsMaximum}. Split it.`, node);
          return false;
        }
        return undefined;
      },
      leave() {
        depth -= 1;
      },
    },
  };
}
