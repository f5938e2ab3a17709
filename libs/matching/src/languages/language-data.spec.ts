import { canonicalLanguage } from '@haven/kernel';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { cldrLines, deniedLines, ownLines, sameLanguages } from './language-data.js';
import { speechOf } from './speech.js';

const own = [...ownLines, ...deniedLines];
const codesOf = (lines: typeof ownLines) => lines.flatMap(({ speaker, understands }) => [speaker, understands]);

describe('the data about languages', () => {
  it('names languages that exist, or that CLDR has already', () => {
    const newer = new Set(codesOf(cldrLines));
    const codes = codesOf(own).filter((code) => !newer.has(code));
    for (const code of [...codes, ...sameLanguages.keys(), ...sameLanguages.values()])
      expect([code, canonicalLanguage(code)]).not.toContain(null);
  });

  it('has a source for each of our lines', () => {
    const text = readFileSync(new URL('../../../../data/languages/haven.json', import.meta.url), 'utf8');
    const { same, understood, notUnderstood } = JSON.parse(text) as Record<string, { source?: string }[]>;
    for (const line of [...same!, ...understood!, ...notUnderstood!]) expect(line.source).toMatch(/\w{2}/);
  });

  it('has one line for each pair, of two different languages', () => {
    const pairs = own.map(({ speaker, understands }) => `${speechOf(speaker)} ${speechOf(understands)}`);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
    for (const pair of pairs) expect(pair).not.toMatch(/^(\w+) \1$/);
  });
});
