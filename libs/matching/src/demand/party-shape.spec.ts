import { describe, expect, it } from '@jest/globals';
import type { Gender } from '@haven/kernel';
import { partyShapeOf } from './party-shape.js';

const one = (gender: Gender, age: number | null = null, mayBeMinor: boolean | null = null) => ({ gender, age, mayBeMinor });

describe('the shape of a party', () => {
  it.each([
    ['WOMAN', [one('WOMAN', 18)]],
    ['WOMAN', [one('TRANS_WOMAN')]],
    ['MAN', [one('TRANS_MAN', 40)]],
    ['GIRL', [one('WOMAN', 17)]],
    ['GIRL', [one('WOMAN', null, true)]],
    ['BOY', [one('MAN', 0)]],
    ['PERSON', [one('NON_BINARY', 30)]],
    ['PERSON', [one('UNDISCLOSED', 9)]],
    ['WOMAN_WITH_CHILDREN', [one('WOMAN', 30), one('MAN', 3)]],
    ['WOMAN_WITH_CHILDREN', [one('MAN', 3), one('WOMAN', 9), one('WOMAN', 30)]],
    ['ADULT_WITH_CHILDREN', [one('MAN', 30), one('MAN', null, true)]],
    ['CHILDREN', [one('WOMAN', 16), one('MAN', 9)]],
    ['COUPLE', [one('WOMAN'), one('MAN')]],
    ['FAMILY', [one('WOMAN', 30), one('WOMAN', 31), one('MAN', 2)]],
    ['GROUP', [one('WOMAN', 30), one('WOMAN', 31), one('MAN', 22)]],
  ])('is %s', (shape, people) => {
    expect(partyShapeOf(people)).toBe(shape);
  });
});
