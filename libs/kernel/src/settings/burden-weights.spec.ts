import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { burdenTable, burdenWeights, readBurdenWeights } from './burden-weights.js';

describe('weights of burdens', () => {
  it('are the same in docs/matching.md', () => {
    const text = readFileSync(new URL('../../../../docs/matching.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)` +\| .* \| +([\d.]+) \| ([\d.]+) to ([\d.]+) +\|$/gm)];
    const told = rows.map(([, name, ...numbers]) => [name, ...numbers.map(Number)]);
    expect(told).toEqual(Object.entries(burdenTable).map(([name, { km, least, most }]) => [name, km, least, most]));
  });

  it('hold their own rules as they are', () => {
    const same = Object.entries(burdenWeights).map(([name, km]) => `${name}=${km}`);
    expect(readBurdenWeights(same.join(','))).toEqual({ ok: true, value: burdenWeights });
  });

  it('change one by one', () => {
    expect(readBurdenWeights('referral=10, border=50.5')).toEqual({ ok: true, value: { ...burdenWeights, referral: 10, border: 50.5 } });
  });

  it.each([
    ['referal=10', /"referal=10" is no weight/],
    ['toString=10', /no weight/],
    ['referral', /no weight/],
    ['referral=-1', /no weight/],
    ['border=1e2', /no weight/],
    ['border=201', /border takes 1 to 200/],
    ['question=7', /question must be less than referral/],
    ['languageNone=12', /languageNotSaid must be less than languageNone/],
    ['languageClose=2', /languageFurtherDownMost must be at most languageClose/],
    ['countStale=2', /countAging must be at most countStale/],
  ])('refuse %s', (text, problem) => {
    const read = readBurdenWeights(text);
    expect(read.ok ? null : read.error).toMatch(problem);
  });
});
