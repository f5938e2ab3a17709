import { inGraph, orBadInput } from '@haven/graphql';

/** Turns a use case's answer into the type of the schema. */
export const answer = (given: object): object => inGraph<object, object>(given, (result) => result);

/** The same for a mutation whose union has no InvalidInput: an invalid key becomes an error of the request. */
export const answerOrBadInput = (given: object): object => answer(orBadInput(given));
