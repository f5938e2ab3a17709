import { describe, expect, it } from '@jest/globals';
import { schedule } from './hours.fixture.js';
import { explainHours, judgeHours } from './judge-hours.js';
import { openingHoursOf } from './opening-hours.js';

describe('explainHours', () => {
  it.each([
    ['Asia/Bangkok', '2026-12-02T09:00:00+07:00'],
    ['+05:45', '2026-12-02T09:00:00+05:45'],
    ['UTC', '2026-12-02T09:00:00+00:00'],
  ])('says when a place opens by its own clock: %s', (zone, opensAt) => {
    const at = new Date('2026-12-01T17:30:00Z');
    const hours = { visit: openingHoursOf([schedule()], zone), intake: null, phone: null };
    expect(explainHours(hours, judgeHours(hours, at), at)).toEqual([{ code: 'CLOSED_NOW', kind: 'CAUTION', data: { opensAt } }]);
  });
});
