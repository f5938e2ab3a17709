import { expect, it } from '@jest/globals';
import { candidatesMax, mergeFound, type Candidate } from './shelters';

const shelter = (id: string): Candidate => ({ id, name: id.toUpperCase(), free: 2, meters: 100 });

it('merges the results into one list: the best of each first, no shelter twice, and no more than a plan takes', () => {
  expect(mergeFound([[shelter('a'), shelter('b')], [shelter('b'), shelter('c')], []]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(mergeFound([])).toEqual([]);
  const many = Array.from({ length: 60 }, (_, n) => shelter(`s${n}`));
  expect(mergeFound([many])).toEqual(many.slice(0, candidatesMax));
});
