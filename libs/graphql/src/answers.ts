import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Failure, InvalidInput } from '@haven/kernel';
import { isFailure, type FailureOf, type ResultOf } from '@haven/use-case';
import { badUserInput } from './bad-user-input.js';
import { toUserError } from './user-errors.js';

/**
 * The union that a mutation returns: its result, or one of these failures. Failures are instances of their classes; the result is plain
 * data.
 */
export const answerUnion = (name: string, result: Type, failures: readonly Type[]) =>
  createUnionType({
    name,
    types: () => [result, ...failures],
    resolveType: (value: object) => failures.find((failure) => value instanceof failure) ?? result,
  });

/** The form of failures that only some use cases have, by kind. */
type Shown<F> = {
  readonly [Kind in Exclude<KindOf<F>, Failure['kind']>]: (failure: Extract<F, { readonly kind: Kind }>) => object;
};
type KindOf<F> = F extends { readonly kind: infer Kind extends string } ? Kind : never;

/** Converts the answer of a use case to a member of the mutation's union. */
export function inGraph<Answer, S>(
  answer: Answer,
  show: (result: ResultOf<Answer>) => S,
  ...[failures]: keyof Shown<FailureOf<Answer>> extends never ? [] : [failures: Shown<FailureOf<Answer>>]
): S | object {
  if (!isFailure(answer)) return show(answer as ResultOf<Answer>);
  const own = (failures ?? {}) as Readonly<Record<string, (failure: unknown) => object>>;
  return own[answer.kind]?.(answer) ?? toUserError(answer as unknown as Failure);
}

/** The result of a query, or of a mutation whose union has no InvalidInput: an invalid input becomes an error of the request. */
export function orBadInput<Answer>(answer: Answer): Exclude<Answer, InvalidInput> {
  const { kind, fields } = (answer ?? {}) as Partial<InvalidInput>;
  if (kind === 'InvalidInput') throw badUserInput(fields!);
  return answer as Exclude<Answer, InvalidInput>;
}
