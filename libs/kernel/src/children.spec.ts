import { describe, expect, it } from '@jest/globals';
import { personOf, type Person } from './admission/person.js';
import { childrenWithoutCarer, needingGuardian } from './children.js';

const aged = (age: number | null, carer: number | null = null): Person => personOf('WOMAN', age, carer);
const perhaps = (carer: number | null = null): Person => ({ ...aged(null, carer), mayBeMinor: true });

describe('a child without a known carer', () => {
  it.each<[string, Person[], number[]]>([
    ['with a woman', [aged(30), aged(9)], [1]],
    ['whose carer is named', [aged(30), aged(9, 0)], []],
    ['of 17 is a child, of 18 is none', [aged(30), aged(17), aged(18)], [1]],
    ['who may be one', [aged(30), perhaps(), aged(null)], [1]],
    ['alone has nobody to ask about', [aged(9)], []],
    ['with nobody but her baby has nobody to ask about', [aged(17), aged(1, 0), aged(0, 1)], []],
    ['with her baby and a man', [aged(17), aged(1, 0), aged(40)], [0]],
    ['who is the brother of another', [aged(9), aged(7)], [0, 1]],
  ])('%s', (_, party, members) => expect(childrenWithoutCarer(party)).toEqual(members));
});

describe('a guardian', () => {
  it.each<[string, Person[], number[]]>([
    ['for a child alone', [aged(15)], [0]],
    ['for a young mother and her baby', [aged(17), aged(1, 0)], [0, 1]],
    ['not for a child with an adult', [aged(18), aged(9)], []],
    ['not for somebody of unknown age', [aged(null)], []],
    ['for somebody who may be a child, even in company', [aged(40), perhaps(), perhaps(0)], [1, 2]],
    ['for a child who came with somebody of unknown age', [aged(null), aged(9)], [1]],
  ])('%s', (_, party, members) => expect(needingGuardian(party)).toEqual(members));
});
