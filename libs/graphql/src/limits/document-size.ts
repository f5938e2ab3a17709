import { GraphQLError, Kind, type ASTVisitor, type DocumentNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { repeatsMaximum, selectionsMaximum } from './numbers.js';

/**
 * Validation rule that refuses a document that is too large to be reasonable, and stops the other rules from checking it: some of them
 * compare each field with each other one. Introspection is allowed.
 */
export function documentSize(context: ValidationContext): ASTVisitor {
  return {
    Document(node) {
      const problem = problemOf(node);
      if (problem === null) return undefined;
      context.reportError(new GraphQLError(problem));
      return { ...node, definitions: [] };
    },
  };
}

function problemOf({ definitions }: DocumentNode): string | null {
  let selections = 0;
  const waiting = definitions.flatMap((one) => ('selectionSet' in one && one.selectionSet ? [one.selectionSet] : []));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const named = new Map<string, number>();
    for (const { name, below } of selectionsOf(next)) {
      const times = (named.get(name) ?? 0) + 1;
      named.set(name, times);
      selections += 1;
      if (selections > selectionsMaximum) return `The query asks for too many fields: at most ${selectionsMaximum}. Split it.`;
      if (times > repeatsMaximum) return `The query names one field too often in one place: at most ${repeatsMaximum} times.`;
      if (below) waiting.push(below);
    }
  }
  return null;
}

/** The fields of a selection, including those of its inlined fragments: all of these are compared. */
function* selectionsOf({ selections }: SelectionSetNode): Generator<{ name: string; below: SelectionSetNode | undefined }> {
  const waiting = [...selections];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === Kind.INLINE_FRAGMENT) {
      yield { name: '', below: undefined };
      waiting.push(...next.selectionSet.selections);
    } else if (next.kind === Kind.FIELD) yield { name: (next.alias ?? next.name).value, below: next.selectionSet };
    else yield { name: `...${next.name.value}`, below: undefined };
  }
}
