import { describe, expect, it } from '@jest/globals';
import { reason, type ReasonCode } from '@haven/kernel';
import fc from 'fast-check';
import { chooseMisses } from './choose-misses.js';
import { kindOf, rankOf, Remedy } from '../ranking/remedies.js';

const miss = (code: ReasonCode, remedy: Remedy, members: readonly number[] = []) => ({ failed: reason(code), remedy, members });
const far = miss('TOO_FAR', 'WIDEN_DISTANCE');
const held = miss('NO_BEDS', 'WAIT_FOR_BED');
const full = miss('NO_BEDS', 'JOIN_WAITLIST');
const men = miss('NOT_ADMITTED_PERSONS', 'CALL_AND_ASK');
const citizens = miss('NOT_ADMITTED_LEGAL_STATUS', 'CALL_AND_ASK');

describe('chooseMisses', () => {
  it('takes three kinds before three of one', () => {
    expect(chooseMisses([men, { ...far }, far, full, held, { ...far }])).toEqual([far, held, men]);
  });

  it('takes three remedies before two ways to the same one', () => {
    const [parting, partingToo] = [miss('NO_BEDS', 'SPLIT_PARTY'), miss('NOT_ADMITTED_PERSONS', 'SPLIT_PARTY')];
    const [shut, closed] = [miss('INTAKE_CLOSED', 'CALL_AND_ASK'), miss('NOT_ACTIVE', 'NONE')];
    expect(chooseMisses([parting, partingToo, shut, closed])).toEqual([parting, shut, closed]);
  });

  it('fills up with more of the same kinds, the soonest remedies first', () => {
    expect(chooseMisses([citizens, men, { ...held }, held])).toEqual([held, held, citizens]);
  });

  it('takes what shuts out fewer people first, then the nearest', () => {
    const [both, one, other] = [[0, 1], [1], [0]].map((members) => miss('NOT_ADMITTED_PERSONS', 'CALL_AND_ASK', members));
    expect(chooseMisses([both!, one!, full])).toEqual([one, both, full]);
    expect(chooseMisses([both!, far, one!, other!])).toEqual([far, one, other]);
    const shut = miss('INTAKE_CLOSED', 'CALL_AND_ASK');
    expect(chooseMisses([both!, one!, shut])).toEqual([one, shut, both]);
  });

  it('is never empty for nothing, keeps order, and leaves out no kind for a second of another', () => {
    const any = fc
      .tuple(
        fc.constantFrom<ReasonCode>('TOO_FAR', 'NO_BEDS', 'NOT_ADMITTED_PERSONS', 'NOT_ADMITTED_PREGNANCY'),
        fc.constantFrom(...Object.values(Remedy)),
      )
      .map((made) => miss(...made));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const chosen = chooseMisses(all);
        expect(chosen).toHaveLength(Math.min(3, all.length));
        const ranks = chosen.map(({ remedy }) => rankOf(remedy));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(Math.min(...ranks)).toBe(Math.min(...all.map(({ remedy }) => rankOf(remedy))));
        const isOther = (one: (typeof all)[number]) =>
          chosen.every(({ failed, remedy }) => kindOf(failed.code) !== kindOf(one.failed.code) && remedy !== one.remedy);
        const kinds = (of: (one: (typeof all)[number]) => string) => new Set(chosen.map(of)).size;
        const isMixed = kinds(({ failed }) => kindOf(failed.code)) === chosen.length && kinds(({ remedy }) => remedy) === chosen.length;
        if (!isMixed) expect(all.some(isOther)).toBe(false);
      }),
    );
  });
});
