import { describe, expect, it } from '@jest/globals';
import { personOf, type Person } from './admission/person.js';
import { childrenWithoutCarer, needingGuardian } from './children.js';

const aged = (age: number | null, carer: number | null = null): Person => personOf('WOMAN', age, carer);
const perhaps = (carer: number | null = null): Person => ({ ...aged(null, carer), mayBeMinor: true });

describe('a child without a known carer', () => {
  it.each<[string, Person[], number[]]>([
    ['with a woman', [aged(30), aged(9)], [1]],
    ['whose carer is named', [aged(30), aged(9, 0)], []],
    ['at 17, but not at 18', [aged(30), aged(17), aged(18)], [1]],
    ['who may be a child', [aged(30), perhaps(), aged(null)], [1]],
    ['alone, with nobody to ask about', [aged(9)], []],
    ['with only her baby, and nobody to ask about', [aged(17), aged(1, 0), aged(0, 1)], []],
    ['with her baby and a man', [aged(17), aged(1, 0), aged(40)], [0]],
    ['with a sibling', [aged(9), aged(7)], [0, 1]],
  ])('%s', (_, party, members) => expect(childrenWithoutCarer(party)).toEqual(members));
});

describe('a guardian', () => {
  it.each<[string, Person[], number[]]>([
    ['is needed for a child alone', [aged(15)], [0]],
    ['is needed for a young mother and her baby', [aged(17), aged(1, 0)], [0, 1]],
    ['is not needed for a child with an adult', [aged(18), aged(9)], []],
    ['is not needed for somebody of unknown age', [aged(null)], []],
    ['is needed for somebody who may be a child, even in company', [aged(40), perhaps(), perhaps(0)], [1, 2]],
    ['is needed for a child who came with somebody of unknown age', [aged(null), aged(9)], [1]],
  ])('%s', (_, party, members) => expect(needingGuardian(party)).toEqual(members));
});
