import { reason, reasonKinds, textOf } from '@haven/kernel';
import type { ReasonCode } from '@haven/kernel';
import { describe, expect, it } from '@jest/globals';
import { languageFit } from './languages.js';
import { bestScoreAt } from './score.js';

describe('languages', () => {
  it.each([
    [['km', 'en'], ['en', 'km'], { kind: 'SAME', language: 'km', rank: 0 }],
    [['km', 'en'], ['id', 'en'], { kind: 'SAME', language: 'en', rank: 1 }],
    [['zh-Hant'], ['zh'], { kind: 'BASE', language: 'zh-Hant', rank: 0 }],
    [['km'], ['khm'], { kind: 'SAME', language: 'km', rank: 0 }],
    [['km'], ['th', 'not a tag'], { kind: 'NONE' }],
  ])('%j among %j', (wanted, spoken, fit) => expect(languageFit(wanted, spoken)).toEqual(fit));
});

describe('scores', () => {
  it('the best possible falls with the distance and stays in [0,1]', () => {
    expect(bestScoreAt(0, true)).toBeCloseTo(1);
    expect(bestScoreAt(0, false)).toBeCloseTo(1);
    expect(bestScoreAt(50_000, true)).toBeLessThan(bestScoreAt(10_000, true));
    expect(bestScoreAt(2_000_000, false)).toBeGreaterThan(0);
  });
});

describe('texts', () => {
  it('every code has one, and English stands in for other languages', () => {
    for (const code of Object.keys(reasonKinds) as ReasonCode[]) expect(textOf(reason(code), 'sw')).toMatch(/^[A-Z{?\d].+\.$/s);
    expect(textOf(reason('TOO_FAR', { km: '12.3' }), null)).toBe('It is 12.3 km away: allow a greater distance.');
  });
});
