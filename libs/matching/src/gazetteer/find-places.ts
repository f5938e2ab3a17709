import type { Gazetteer, Place } from '@haven/gazetteer';
import { err, invalidInput, ok } from '@haven/kernel';
import type { InvalidInput, Result } from '@haven/kernel';
import { Problems } from '../request/problems.js';

const firstMax = 50;
const firstDefault = 10;
const queryMax = 200;

/** Answers `places`. */
export class FindPlaces {
  constructor(private readonly gazetteer: Gazetteer) {}

  async execute(query: string, first: number = firstDefault): Promise<Result<Place[], InvalidInput>> {
    const problems = new Problems();
    problems.check(
      query.trim().length > 0 && query.length <= queryMax,
      'query',
      `Give the name of a place, at most ${queryMax} characters.`,
    );
    problems.check(first >= 1 && first <= firstMax, 'first', `Give 1 to ${firstMax} places.`);
    return problems.fields.length > 0 ? err(invalidInput(...problems.fields)) : ok(await this.gazetteer.search(query, first));
  }
}
