import { expect, it } from '@jest/globals';
import type { Match, Report } from '../queries.js';
import { spotsOf } from './shown.js';

const at = (name: string, latitude: number, precision = 'EXACT') =>
  ({ service: { name }, location: { latitude, longitude: 98, precision } }) as unknown as Match;
const report = (...needs: Match[][]) => ({ needs: needs.map((matches) => ({ matches })) }) as unknown as Report;

it('numbers count through all needs, then through the parts of a party; what lies at one position is one spot', () => {
  const spots = spotsOf(report([], [at('Clinic', 3), at('Doctor', 3.0001)]), [at('Women', 4), at('Men', 5, 'AREA')]);
  expect(spots.map(({ numbers, names, isArea }) => [numbers, names, isArea])).toEqual([
    [[1, 2], ['Clinic', 'Doctor'], false],
    [[3], ['Women'], false],
    [[4], ['Men'], true],
  ]);
});

it('what has no position has no spot, and keeps its number', () => {
  const nowhere = { service: { name: 'Online' }, location: null } as unknown as Match;
  expect(spotsOf(report([nowhere, at('Clinic', 3)]), []).map(({ numbers }) => numbers)).toEqual([[2]]);
});
