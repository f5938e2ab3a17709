import { describe, expect, it } from '@jest/globals';
import { personOf } from '@haven/kernel';
import { partyWithout } from './without.js';

const mother = personOf('WOMAN', 30);
const man = personOf('MAN', 40);
const child = (carer: number | null) => personOf('MAN', 5, carer);

describe('partyWithout', () => {
  it('adjusts the indexes of carers', () => {
    expect(partyWithout([man, mother, child(1)], 0)).toEqual([mother, child(0)]);
    expect(partyWithout([mother, child(0), man], 2)).toEqual([mother, child(0)]);
  });

  it.each([
    ['a child', [mother, child(null)], 1],
    ['whoever cares for somebody', [mother, child(0), man], 0],
    ['whoever is cared for', [mother, personOf('WOMAN', 20, 0)], 1],
    ['the only adult of children', [mother, child(null)], 0],
    ['anybody from a child of whom nobody says who cares for it', [mother, child(null), man], 2],
    ['anybody from a mother who is a child', [personOf('WOMAN', 17), child(0), man], 2],
    ['somebody of unknown age', [mother, personOf('WOMAN', null)], 1],
    ['somebody alone', [mother], 0],
  ] as const)('does not separate %s', (_, party, member) => expect(partyWithout(party as unknown as [typeof mother], member)).toBeNull());
});
