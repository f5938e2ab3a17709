import { describe, expect, it } from '@jest/globals';
import { without } from '../../../app/party/carers.js';
import type { Someone } from '../../../app/party/party.js';
import { wantersOf, withWanter } from './wanters.js';

const aged = (age: number): Someone => ({ gender: 'WOMAN', age, mayBeMinor: false });
const party = [aged(31), aged(9), aged(4)];

describe('the members with a need', () => {
  it('are the first of the party, and for child protection the children', () => {
    expect(wantersOf(party, 'LEGAL')).toEqual([0]);
    expect(wantersOf(party, 'CHILD_PROTECTION')).toEqual([1, 2]);
    expect(wantersOf([aged(31)], 'CHILD_PROTECTION')).toEqual([0]);
  });

  it('are the chosen ones, for this need alone, and at least one', () => {
    const named = withWanter(withWanter(party, 'LEGAL', 1, true), 'LEGAL', 0, false);
    expect(wantersOf(named, 'LEGAL')).toEqual([1]);
    expect(wantersOf(named, 'MEDICAL')).toEqual([0]);
    expect(wantersOf(withWanter(named, 'LEGAL', 1, false), 'LEGAL')).toEqual([1]);
  });

  it('stay the same when another member leaves', () => {
    const named = withWanter(party, 'CHILD_PROTECTION', 1, false);
    expect(wantersOf(without(named, 0), 'CHILD_PROTECTION')).toEqual([1]);
    expect(wantersOf(without(named, 2), 'CHILD_PROTECTION')).toEqual([1]);
  });
});
