import { describe, expect, it } from '@jest/globals';
import { reason, type ReasonCode } from '@haven/kernel';
import type { Judged } from '../judging/judge-site.js';
import { needOutcome, worse } from './need-outcome.js';

const judged = (failed: readonly ReasonCode[], asks: readonly ReasonCode[] = []): Judged =>
  ({ failed: failed.map((code) => reason(code)), asks: asks.map((code) => reason(code)) }) as unknown as Judged;

describe('the outcome of a need', () => {
  it.each([
    ['MET', [judged([], ['ASK_BEDS']), judged([])]],
    ['MET_WITH_QUESTIONS', [judged(['NO_BEDS']), judged([], ['ASK_BEDS'])]],
    ['FULL', [judged(['TOO_FAR']), judged(['NO_BEDS'])]],
    ['FULL', [judged(['INTAKE_CLOSED', 'NO_BEDS'])]],
    ['NOT_ADMITTED', [judged(['NO_BEDS', 'OTHER_COUNTRY']), judged(['NO_BEDS', 'NOT_ADMITTED_PERSONS'])]],
    ['OUT_OF_REACH', [judged(['NOT_ADMITTED_PERSONS', 'IN_AVOIDED_AREA'])]],
    ['NONE', []],
  ] as const)('is %s', (outcome, places) => {
    expect(needOutcome(places)).toBe(outcome);
  });

  it('is the worst one if several people have the need', () => {
    expect([worse('MET', 'FULL'), worse('NONE', 'FULL'), worse('MET', 'MET')]).toEqual(['FULL', 'NONE', 'MET']);
  });
});
