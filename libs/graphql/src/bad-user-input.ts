import { GraphQLError } from 'graphql';
import type { FieldProblem } from '@haven/kernel';

/** The error of a query with an invalid input: `BAD_USER_INPUT` with `fields`. Throw it. */
export function badUserInput(fields: readonly FieldProblem[]): GraphQLError {
  const named = fields.map(({ path, message }) => `${path}: ${message}`).join(' ');
  return new GraphQLError(`Correct the input and ask again. ${named}`, { extensions: { code: 'BAD_USER_INPUT', fields } });
}
