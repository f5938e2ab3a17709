import { describe, expect, it } from '@jest/globals';
import { readCarers } from './carers.js';
import type { NamedMember } from './carers.js';

const read = (...party: NamedMember[]) => readCarers(party, (index) => `party.${index}`);
const wrong = (...party: NamedMember[]) => read(...party).problems.map(({ path }) => path);

describe('carers of a party', () => {
  it('are indexes in the party', () => {
    expect(read({ id: 'a' }, { carerId: 'a' }, { id: 'c', carerId: null }, { carerId: 'c' })).toEqual({
      carers: [null, 0, null, 2],
      problems: [],
    });
  });

  it.each([
    ['two of one id', [{ id: 'a' }, { id: 'a' }], ['party.1.id']],
    ['an id without a letter', [{ id: '' }], ['party.0.id']],
    ['an id of a whole story', [{ id: 'x'.repeat(101) }], ['party.0.id']],
    ['a carer who is not there', [{ id: 'a' }, { carerId: 'b' }], ['party.1.carerId']],
    ['oneself', [{ id: 'a', carerId: 'a' }], ['party.0.carerId']],
    [
      'two who care for each other',
      [
        { id: 'a', carerId: 'b' },
        { id: 'b', carerId: 'a' },
      ],
      ['party.0.carerId', 'party.1.carerId'],
    ],
    [
      'a circle, and not who is cared for by one of it',
      [
        { id: 'a', carerId: 'b' },
        { id: 'b', carerId: 'c' },
        { id: 'c', carerId: 'a' },
        { id: 'd', carerId: 'a' },
      ],
      ['party.0.carerId', 'party.1.carerId', 'party.2.carerId'],
    ],
    ['an age that is known and is not', [{ age: 30, mayBeMinor: true }], ['party.0.mayBeMinor']],
  ])('refuses %s', (_, party, paths) => expect(wrong(...party)).toEqual(paths));

  it('takes an age that is not known and may be below 18', () => {
    expect(wrong({ mayBeMinor: true }, { age: 30, mayBeMinor: false })).toEqual([]);
  });
});
