import { describe, expect, it } from '@jest/globals';
import { bedsInAll } from './availability.js';

const pool = (total: number, occupied: number, confirmedAt: string | null = '2026-01-02T00:00:00.000Z') => ({
  total,
  occupied,
  held: 0,
  outOfService: 0,
  confirmedAt,
});

describe('bedsInAll', () => {
  it.each([
    ['no pool', [], 'UNKNOWN'],
    ['a pool without beds', [pool(0, 0)], 'UNKNOWN'],
    ['all taken', [pool(2, 2), pool(0, 0)], 'NO_CAPACITY'],
    ['one free among full ones', [pool(2, 2), pool(3, 2)], 'CAPACITY'],
  ])('%s', (_, pools, status) => expect(bedsInAll(pools).status).toBe(status));

  it.each([
    ['a closed door', { open: false, requiresAcceptance: false, awaited: false }, 'NO_CAPACITY'],
    ['an intake that opens after an assessment', { open: true, requiresAcceptance: true, awaited: true }, 'ADDITIONAL_ASSESSMENT_REQUIRED'],
  ])('%s', (_, door, status) => expect(bedsInAll([pool(3, 1)], door)).toMatchObject({ free: 2, status }));

  it('is as old as its oldest count, and has no date if one count has none', () => {
    const [older, newer] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
    expect(bedsInAll([pool(1, 0, newer), pool(1, 0, older)]).confirmedAt).toBe(older);
    expect(bedsInAll([pool(1, 0, null), pool(1, 0, older)]).confirmedAt).toBeNull();
    expect(bedsInAll([pool(1, 0, older), pool(1, 0, null)]).confirmedAt).toBeNull();
    expect(bedsInAll([]).confirmedAt).toBeNull();
  });
});
