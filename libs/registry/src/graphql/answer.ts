import { inGraph, orBadInput } from '@haven/graphql';

/** A use case's answer as the schema has it. */
export const answer = (given: object): object => inGraph<object, object>(given, (result) => result);

/** The same for a mutation whose union has no InvalidInput: a broken key is then an error of the request. */
export const answerOrBadInput = (given: object): object => answer(orBadInput(given));
