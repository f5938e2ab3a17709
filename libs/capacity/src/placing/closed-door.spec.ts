import { describe, expect, it } from '@jest/globals';
import { isWithinAYear } from '../commands/a-year-ahead.js';
import { doorAfter, doorProblems } from './closed-door.js';

const noon = new Date('2026-12-24T12:00:00Z');

describe('the intake of a shelter', () => {
  it.each([
    [{ closedBecause: 'OTHER' as const }, ['closedBecause']],
    [{ open: true, closedBecause: 'OTHER' as const, closedUntil: noon }, ['closedBecause', 'closedUntil']],
    [{ open: false, closedUntil: new Date(NaN) }, ['closedUntil']],
    [{ open: false, closedBecause: 'SAFETY' as const, closedUntil: noon }, []],
    [{ open: true }, []],
    [{}, []],
  ])('%j', (said, paths) => expect(doorProblems(said).map(({ path }) => path)).toEqual(paths));

  it('stays if it is left out, and is replaced by the next change', () => {
    expect(doorAfter({})).toEqual({});
    expect(doorAfter({ open: true })).toEqual({ open: true, closedBecause: null, closedUntil: null });
    expect(doorAfter({ open: false, closedUntil: noon })).toEqual({ open: false, closedBecause: null, closedUntil: noon.toISOString() });
  });

  it.each([
    ['2026-12-24T12:00:00.000Z', false],
    ['2026-12-24T11:59:59.999Z', true],
    ['2025-12-24T11:59:59.999Z', true],
    ['2025-12-23T11:59:59.999Z', false],
  ])('that reopens at noon is set at %s', (now, ahead) => expect(isWithinAYear(noon, new Date(now))).toBe(ahead));
});
