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
    ['two members with one id', [{ id: 'a' }, { id: 'a' }], ['party.1.id']],
    ['an empty id', [{ id: '' }], ['party.0.id']],
    ['an id that is a whole story', [{ id: 'x'.repeat(101) }], ['party.0.id']],
    ['a carer who is not in the party', [{ id: 'a' }, { carerId: 'b' }], ['party.1.carerId']],
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
      'a cycle, and not somebody cared for by one of its members',
      [
        { id: 'a', carerId: 'b' },
        { id: 'b', carerId: 'c' },
        { id: 'c', carerId: 'a' },
        { id: 'd', carerId: 'a' },
      ],
      ['party.0.carerId', 'party.1.carerId', 'party.2.carerId'],
    ],
    ['an age that is both known and unknown', [{ age: 30, mayBeMinor: true }], ['party.0.mayBeMinor']],
  ])('refuses %s', (_, party, paths) => expect(wrong(...party)).toEqual(paths));

  it('accepts an unknown age that may be below 18', () => {
    expect(wrong({ mayBeMinor: true }, { age: 30, mayBeMinor: false })).toEqual([]);
  });
});
