import { badUserInput, isFailure, toUserError } from '@haven/graphql';
import type { Failure } from '@haven/kernel';

/** A use case's answer as the schema has it. */
export const answer = <T extends object>(given: T | Failure): T | ReturnType<typeof toUserError> =>
  isFailure(given) ? toUserError(given) : (given as T);

/** The same for a mutation whose union has no InvalidInput: a broken key is then an error of the request. */
export function answerOrBadInput<T extends object>(given: T | Failure): T | ReturnType<typeof toUserError> {
  if (isFailure(given) && given.kind === 'InvalidInput') throw badUserInput(given.fields);
  return answer(given);
}
