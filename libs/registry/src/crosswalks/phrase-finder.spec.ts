import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phraseFinder } from './phrase-finder.js';

const all = (phrases: readonly string[], text: string): string[] =>
  [...phraseFinder(phrases).matches(text)].map(({ phrase, index }) => `${index} ${phrase}`);

describe('phraseFinder', () => {
  it.each<[string[], string, string[]]>([
    [['shelter'], 'a shelter, sheltered and shelters; shelter', ['2 shelter', '35 shelter']],
    [['food', 'food pantry'], 'food pantry food', ['0 food pantry', '12 food']],
    [["women's shelter"], "the women's shelter", ["4 women's shelter"]],
    [['for men'], 'for mental health, for men', ['19 for men']],
    [['pre-k', '12 step'], 'pre-k (12 step)', ['0 pre-k', '7 12 step']],
    [['บ้านพัก'], 'ศูนย์บ้านพักเด็ก', ['5 บ้านพัก']],
    [['clínica'], 'la clínica', ['3 clínica']],
    [[], 'anything', []],
  ])('%j in %s', (phrases, text, found) => expect(all(phrases, text)).toEqual(found));

  it('removes them', () =>
    expect(phraseFinder(['no cost', 'non-profit']).without('non-profit aid at no cost now')).toBe(' …  aid at  …  now'));

  it('finds what a search with word boundaries finds', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ab', 'a b', 'b-c', 'c'), { minLength: 1 }),
        fc.array(fc.constantFrom('a', 'b', 'c', ' ', '-', '.'), { maxLength: 30 }),
        (phrases, signs) => {
          const text = signs.join('');
          const isThere = phrases.some((phrase) => new RegExp(`(?<![a-z])${phrase}(?![a-z])`).test(text));
          expect(all(phrases, text).length > 0).toBe(isThere);
        },
      ),
    ));
});
