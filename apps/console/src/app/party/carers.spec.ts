import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childrenWithoutCarer, couldCareFor, likelyCarersOf, onlyThose, withCarer, without } from './carers.js';
import { membersInput } from './members-input.js';
import type { Someone } from './party.js';

const aged = (age: number | null, carer?: number): Someone => ({
  gender: 'WOMAN',
  age,
  mayBeMinor: false,
  ...(carer === undefined ? {} : { carer }),
});
const [grandmother, mother, baby] = [aged(50), aged(16), aged(0)];

describe('carers', () => {
  it('assumes none, and asks for each child that somebody could care for', () => {
    expect(childrenWithoutCarer([grandmother, mother, baby])).toEqual([1, 2]);
    expect(childrenWithoutCarer([baby])).toEqual([]);
    expect(childrenWithoutCarer([grandmother, aged(30)])).toEqual([]);
  });

  it('allows a carer of any age, but not one in the care of the other', () => {
    const party = withCarer([grandmother, mother, baby], [2], 1);
    expect(couldCareFor(party, 1)).toEqual([0]);
    expect(childrenWithoutCarer(party)).toEqual([1]);
    // Without anybody but the baby there is no possible carer to ask about.
    expect(childrenWithoutCarer(onlyThose(party, [1, 2]))).toEqual([]);
  });

  it('suggests members who are not small children themselves first', () => {
    expect(likelyCarersOf([grandmother, mother, aged(5), baby], 3)).toEqual([0, 1]);
    expect(likelyCarersOf([aged(5), baby], 1)).toEqual([0]);
    expect(likelyCarersOf([aged(null), baby], 1)).toEqual([0]);
  });

  it('sets a carer by index, and removes it again', () => {
    const party = withCarer([grandmother, mother, baby], [1, 2], 0);
    expect(membersInput(party).map(({ id, carerId }) => [id, carerId])).toEqual([
      ['0', undefined],
      ['1', '0'],
      ['2', '0'],
    ]);
    expect(withCarer(party, [1, 2], null)).toEqual([grandmother, mother, baby]);
  });

  it('stays right when somebody leaves: the same people care for each other, or nobody does', () => {
    const someone = fc.record({ age: fc.nat(60), carer: fc.option(fc.nat(5), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 6 }), fc.nat(5), (people, place) => {
        // Different ages identify the members.
        const party = people.map(({ carer }, i) => aged(i, carer !== undefined && carer < people.length ? carer : undefined));
        const gone = place % party.length;
        const ageOfCarer = (of: readonly Someone[], one: Someone) => (one.carer === undefined ? null : of[one.carer]!.age);
        const left = without(party, gone);
        expect(left.map(({ age }) => age)).toEqual(party.flatMap(({ age }) => (age === gone ? [] : [age])));
        for (const one of left) {
          const before = ageOfCarer(party, party[one.age!]!);
          expect(ageOfCarer(left, one)).toBe(before === gone ? null : before);
        }
      }),
    );
  });
});
