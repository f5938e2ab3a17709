import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readParty, type PartyWords } from './party.js';

const words: PartyWords = {
  woman: ['woman', 'w', 'امرأة'],
  man: ['man', 'm'],
  girl: ['girl', 'g'],
  boy: ['boy', 'b'],
  child: ['child'],
  transWoman: ['trans woman'],
  transMan: ['trans man'],
  nonBinary: ['non-binary'],
};

const read = (text: string) =>
  readParty(text, words)?.map(({ gender, age, mayBeMinor }) => `${gender} ${age}${mayBeMinor ? ' ?' : ''}`) ?? null;

describe('a party as somebody types it', () => {
  it.each([
    ['woman 24', ['WOMAN 24']],
    ['Woman 24, boy 3', ['WOMAN 24', 'MAN 3']],
    ['w24', ['WOMAN 24']],
    ['24 w + b 3', ['WOMAN 24', 'MAN 3']],
    ['trans woman 30', ['TRANS_WOMAN 30']],
    ['non-binary', ['NON_BINARY null']],
    ['woman', ['WOMAN null']],
    ['girl', ['WOMAN null ?']],
    ['child 0', ['UNDISCLOSED 0']],
    ['امرأة ٢٤، boy ۳', ['WOMAN 24', 'MAN 3']],
    ['woman ၂၄', ['WOMAN 24']],
  ])('%s', (text, people) => expect(read(text)).toEqual(people));

  it.each(['', ' , ', 'person 24', 'woman 121', 'woman 2 4', '3 woman 24', 'woman 24, someone 3', '24'])('does not guess at %j', (text) =>
    expect(read(text)).toBeNull(),
  );

  it('loses nobody: reads everybody who was named, or nothing', () => {
    const someone = fc.tuple(fc.constantFrom('woman', 'man', 'boy', 'girl', 'xx'), fc.option(fc.nat(130)));
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 21 }), (people) => {
        const party = readParty(people.map(([word, age]) => `${word} ${age ?? ''}`).join(', '), words);
        const isPlain = people.every(([word, age]) => word !== 'xx' && (age === null || age <= 120));
        expect(party?.length ?? null).toBe(isPlain ? people.length : null);
      }),
    );
  });
});
