import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delaySeconds, longestDelaySeconds, oneMore, remaining, secondsToWait, type Tally } from './delay.js';

const rule = { free: 5, secondsToForgetOne: 3_600 };
const start = new Date('2026-01-01T00:00:00Z');
const none: Tally = { failures: 0, lastAt: start, nextAt: start };
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

describe('the delay after wrong attempts', () => {
  it('never shrinks after another attempt, and never exceeds a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(50), (failures, free) => {
        const now = delaySeconds(failures, free);
        const next = delaySeconds(failures + 1, free);
        expect(next).toBeGreaterThanOrEqual(now);
        expect(next).toBeLessThanOrEqual(longestDelaySeconds);
      }),
    );
  });

  it('begins after the free attempts and doubles', () => {
    expect([4, 5, 6, 7, 8, 14, 15, 16].map((failures) => delaySeconds(failures, 5))).toEqual([0, 0, 2, 4, 8, 512, 900, 900]);
  });

  it('lets a stranger who never stops make at most 120 attempts a day for one name', () => {
    let tally = none;
    let attempts = 0;
    for (let now = start; now < later(start, 86_400); now = new Date(Math.max(now.getTime() + 1000, tally.nextAt.getTime()))) {
      tally = oneMore(tally, now, rule);
      attempts += 1;
    }
    expect(attempts).toBeLessThanOrEqual(120);
  });

  it('never locks anybody out for longer than a quarter of an hour, whatever a stranger did before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 60 }), (pauses) => {
        let now = start;
        let tally = none;
        for (const pause of pauses) {
          now = later(now, pause);
          if (secondsToWait(tally, now) === 0) tally = oneMore(tally, now, rule);
        }
        expect(secondsToWait(tally, later(now, longestDelaySeconds))).toBe(0);
      }),
    );
  });

  it('fades', () => {
    const failures = { ...none, failures: 4 };
    expect(remaining(failures, later(start, 2 * 3_600), rule)).toBe(2);
    expect(remaining(failures, later(start, 10 * 3_600), rule)).toBe(0);
    // A clock that was set back changes nothing.
    expect(remaining(failures, later(start, -3_600), rule)).toBe(4);
  });
});
