import type { Place } from '@haven/gazetteer';
import { invalidInput, type InvalidInput } from '@haven/kernel';
import type { Matching } from '../ports.js';
import { Problems } from '../request/problems.js';

const firstMax = 50;
const firstDefault = 10;
const queryMax = 200;

/** The typed name of a place, and the number of suggestions. */
export interface PlacesQuestion {
  readonly query: string;
  readonly first?: number | null;
}

/** Places with names like the typed one. */
export async function findPlaces(
  { gazetteer }: Pick<Matching, 'gazetteer'>,
  { query, first: given }: PlacesQuestion,
): Promise<Place[] | InvalidInput> {
  const first = given ?? firstDefault;
  const problems = new Problems();
  problems.check(query.trim().length > 0 && query.length <= queryMax, 'query', `Give the name of a place, at most ${queryMax} characters.`);
  problems.check(first >= 1 && first <= firstMax, 'first', `Give 1 to ${firstMax} places.`);
  return problems.fields.length > 0 ? invalidInput(...problems.fields) : gazetteer.search(query, first);
}
